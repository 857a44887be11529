"""What `fengqiao init` says."""

MADE = "数据文件夹已建好：{home}"
STOOD = "数据文件夹已在：{home}，缺的已补上"
INBOXES = "把各单位的文件放进 {folder} 下自己的文件夹：{names}。放好后执行 fengqiao run。"
