"""What the help pages say: of each command a line, details where they are needed, and an example that can be typed as it stands."""

from typing import NamedTuple


class Help(NamedTuple):
    """The words of one command's help page."""

    summary: str
    example: str
    more: str = ""


DOOR = Help(
    "包头市人民调解数据仓库：收台账、查问题、出数据",
    "fengqiao run",
    "每个命令都可以加 --help 看说明，加 --json 供程序读取。退出码：0 完成，1 结论为否，2 用法不对，3 系统故障，4 有别的运行占用。",
)

INIT = Help("建立数据文件夹、各报送单位的收件夹和密钥", "fengqiao init --home ./data", "已经建好的不动，可以重复执行。")
DEMO = Help(
    "编出一座城市：各单位的工作簿放进收件夹，有意的差错另有清单，真实情况另存",
    "fengqiao demo --months 2023-04..2023-12 --seed 7 --home ./demo",
    "人和事都是编的，身份证号都以 99 开头。收件夹里已有文件时不动手。同一个种子编出来的一模一样。",
)
READ = Help(
    "打开文件，找出表格、表头、正文、合计；不判断内容，什么也不改",
    "fengqiao read 昆区2023年4月矛盾纠纷台账.xlsx --records",
)
CHECK = Help(
    "读取并核对文件：是哪家哪期的什么台账，读出什么，哪些格子有问题；什么也不改",
    "fengqiao check data/inbox/昆都仑区/4月台账.xlsx",
    "旗县区从收件夹看出，不在收件夹里的用 --district 指明。加 --marked 得到标注好的表：错的格子涂色、加批注，并列出先改哪几处。有文件会被退回时，退出码为 1。",
)
RUN = Help(
    "从收件到发布走一遍：收件、读取、建库、检查、发布、回执；没有新情况就什么也不做",
    "fengqiao run --today 2023-07-06",
    "加 --as-of 按那一天收到的和决定的重算一遍，存入 published/as-of/，大家看到的不变。",
)
STATUS = Help("报送台账：谁该报什么，报了没有", "fengqiao status --period 2023-04 --ledger dispute")
PUBLISH = Help("已发布的各版本：列出、退回、恢复", "fengqiao publish list")
PUBLISH_LIST = Help("列出已发布的版本，标出现在看到的是哪一版", "fengqiao publish list")
PUBLISH_ROLLBACK = Help("退回到某一版本，直到有新的报送或执行 publish latest", "fengqiao publish rollback 3f2a")
PUBLISH_LATEST = Help("回到最新版本", "fengqiao publish latest")
QUERY = Help(
    "用 SQL 查询已发布的数据（只读，不能访问别的文件和网络）",
    "fengqiao query \"select unit_code, state from fct_return where period = '2023-04'\"",
)
INDICATOR = Help("一个指标：分子、分母、数值、报送覆盖、定义、依据", "fengqiao indicator disputes_found --period 2023-04 --unit 150203")
TRACE = Help(
    "从一行数据追到文件、工作表、行、单元格、报送单位和时间",
    "fengqiao trace fct_dispute 4f1c09a2",
    "会打开原件，内含当事人信息，请有权查看的人使用。最后一个参数是该表的主键，也可以写原样填报的案件编号。",
)
EXTRACT = Help(
    "把一张报表做成可以打印、签字、上报的表格，附清单",
    "fengqiao extract summary --period 2023-05",
    "写在数据文件夹的 extracts/ 里，同一报表同一期的先前一份会被替换；同一数据版本做出来的表格一字不差。不写 --period 时取最近一个已结束、有数据的月。",
)
DECIDE = Help(
    "记下一个人的决定：免报、更正替换、纠纷认定、说明、栏目、版式",
    "fengqiao decide return --unit 150206 --ledger dispute --period 2023-04 --by 王某 --why 区划调整",
)
DECIDE_RETURN = Help("免去某单位某期某台账的报送", "fengqiao decide return --unit 150206 --ledger dispute --period 2023-04 --by 王某 --why 区划调整")
DECIDE_REPLACEMENT = Help("准许等待中的更正替换现用的报送", "fengqiao decide replacement 9a3be1f20c447d61 --by 王某 --why 已与填报人核实")
DECIDE_MATCH = Help("认定两条记录是不是同一件纠纷", "fengqiao decide match 4f1c09a2 77be10d3 --same --by 王某 --why 当事人与事由相同")
DECIDE_EXPLANATION = Help(
    "说明某一格的问题：内容不变，以后不再问",
    "fengqiao decide explanation 昆都仑区/4月台账.xlsx I7 --by 王某 --why 原件只写到旬",
    "填报人写在标注表“说明”栏里的，收件时自动记下，不用再记一遍。那一格的内容变了，说明就失效。",
)
DECIDE_COLUMN = Help(
    "认定一个不认识的栏名是哪一栏",
    "fengqiao decide column 受理时日 --ledger dispute --as accepted_on --by 王某 --why 与上月同一栏",
    "候选和证据见 fengqiao catalog proposals。认定后，含有这一栏的件在下一次 run 时重读。",
)
DECIDE_LAYOUT = Help(
    "认定一种不认识的表式是哪种台账",
    "fengqiao decide layout 9a3be1f2 --as dispute --by 王某 --why 已与填报人核实",
    "认定后，同样表式的件以后都按这种台账读。",
)
CATALOG = Help("列出已声明的内容：栏目、单位、代码、换算、指标、规则、报表、台账、条款；以及待认的栏名和表式", "fengqiao catalog columns --ledger dispute")
CATALOG_COLUMNS = Help("每个栏目：所属台账、表头、别名、类型、代码表、保密类别、依据", "fengqiao catalog columns --ledger dispute --json")
CATALOG_UNITS = Help("每个单位：代码、名称、别名、级别、上级", "fengqiao catalog units")
CATALOG_CODES = Help("每个代码表的代码和写法", "fengqiao catalog codes")
CATALOG_CROSSWALKS = Help("一种代码换成另一种：每个代码换成什么，丢失什么", "fengqiao catalog crosswalks")
CATALOG_INDICATORS = Help("每个指标：名称、定义、依据", "fengqiao catalog indicators")
CATALOG_RULES = Help("每条跨表规则：名称、轻重、给填报人的话、依据、谁负责", "fengqiao catalog rules")
CATALOG_REPORTS = Help("每张上报的报表：名称、多久一期、有哪些指标", "fengqiao catalog reports")
CATALOG_LEDGERS = Help("每种台账：名称、谁报、多久报一次、何时到期", "fengqiao catalog ledgers")
CATALOG_CLAUSES = Help("哪些条款还没有指标，哪些指标没有落到条款", "fengqiao catalog clauses")
CATALOG_PROPOSALS = Help(
    "待认的栏名和表式：出现在哪里，下面填的是什么，可能是哪一栏",
    "fengqiao catalog proposals",
    "会打开原件，内含当事人信息，请有权查看的人使用。认定用 fengqiao decide column 或 decide layout。",
)
RENDER = Help("由声明生成 dbt 模型和编辑器用的模式文件", "fengqiao render --check", "加 --check 只核对，不写；有过期的退出码为 1。")
VERIFY = Help("核对流水的哈希链、原件、读取结果和已发布文件", "fengqiao verify --full", "加 --full 还要重建一遍，看发布的数字是不是由这些文件得来。")
DOCTOR = Help("自检：字体、磁盘、时钟、锁、权限、版本；不正常的给出办法", "fengqiao doctor")
DASHBOARDS = Help("看板：从文件导入，改动写回文件，核对，开用户", "fengqiao dashboards check")
DASHBOARDS_IMPORT = Help(
    "把 superset_config/assets 里的看板导入 Superset", "fengqiao dashboards import", "可以重复执行；文件已删的一并删除，用户自己做的图表不动。"
)
DASHBOARDS_EXPORT = Help("把在 Superset 里手工改过的看板写回文件", "fengqiao dashboards export")
DASHBOARDS_CHECK = Help("从看板到图表、数据集、列、发布表逐级核对", "fengqiao dashboards check")
DASHBOARDS_USER = Help("开一个看板用户，或者重设密码；密码只显示一次", "fengqiao dashboards user kunqu 旗县区 --unit 昆都仑区")
SERVE = Help(
    "启动看板、Dagster 页面和收件监视，只在本机，直到停止",
    "fengqiao serve --port 3000",
    "看板要登录，第一次启动时显示管理员的密码；Dagster 页面没有登录，所以别的机器打不开；按 Ctrl-C 停止。",
)
