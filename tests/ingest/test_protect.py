"""Protection: persons and narratives become hashes, masks and signatures; the same person is known again, and nobody can be read."""

import pytest

from catalog.catalog import load
from ingest.protect import PersonKind, Protector, essence, split, without_numbers
from warehouse.hash_key import HashKey

WORDS = load().persons
PROTECTOR = Protector(HashKey(b"k" * 32), WORDS)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("谢永平、邓淑超", ["谢永平", "邓淑超"]),
        ("谢永平，邓淑超；李强/王五", ["谢永平", "邓淑超", "李强", "王五"]),
        ("谢永平\n邓淑超", ["谢永平", "邓淑超"]),
        ("苏和与余云霞", ["苏和", "余云霞"]),
        ("李强和王五", ["李强", "王五"]),
        ("李强与王五和赵六", ["李强", "王五", "赵六"]),
        ("李强和鑫泰建筑劳务有限公司", ["李强", "鑫泰建筑劳务有限公司"]),
        ("李强（男，45岁）、王五", ["李强（男，45岁）", "王五"]),
    ],
)
def test_several_parties_of_one_cell_are_told_apart(text: str, parties: list[str]) -> None:
    """At signs, and at words for `and` between what surely are names; what stands in brackets belongs to its name."""
    assert list(split(text, WORDS)) == parties


@pytest.mark.parametrize("name", ["布和托娅", "张和平", "苏和", "萨仁其其格", "布和托娅和孙天兰", "和谐物业服务有限公司"])
def test_a_name_is_not_torn_apart_where_that_is_not_safe(name: str) -> None:
    """和 stands in names: 布和托娅 is one person. What is doubtful stays whole."""
    assert split(name, WORDS) == (name,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张三", " 张　三 "), ("张三、李四", "李四；张三"), ("张三、李四", "张三与李四"), ("张三", "张三（申请人）"),
        ("方慧龙", "方慧龙等5名农民工"), ("ＡＢＣ商贸有限公司", "abc商贸有限公司"),
    ],
)  # fmt: skip
def test_the_same_persons_have_the_same_hash_however_they_are_written(one: str, other: str) -> None:
    """Order, blanks, width, brackets and those who are not named do not make another person."""
    assert hash_of(one) == hash_of(other)


@pytest.mark.parametrize(("one", "other"), [("张三", "张三丰"), ("张三", "张三、李四"), ("云泰公司（昆区）", "云泰公司（青山）")])
def test_other_persons_have_another_hash(one: str, other: str) -> None:
    """Two branches of one company are two organisations."""
    assert hash_of(one) != hash_of(other)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [("id", "99020219800101123x", "99020219800101123X"), ("id", "990202 19800101 1234", "990202198001011234"), ("phone", "190-0000-4100", "+86 19000004100")],
)
def test_numbers_are_compared_by_what_they_say(kind: PersonKind, one: str, other: str) -> None:
    """A small x, blanks, hyphens and the country's code are ways of writing."""
    assert hash_of(one, kind) == hash_of(other, kind)


def test_one_text_as_name_and_as_number_does_not_meet() -> None:
    """Each hash is told its purpose."""
    assert hash_of("19000004100", "phone") != hash_of("19000004100", "id")


def test_a_set_of_persons_has_each_of_them() -> None:
    """The list of single hashes finds one party of several again."""
    both, one = PROTECTOR.persons("张三、李四", "name"), PROTECTOR.persons("李四", "name")
    assert both
    assert one
    assert set(one.hashes) < set(both.hashes)
    assert list(both.hashes) == sorted(both.hashes)


@pytest.mark.parametrize(
    ("text", "kind", "mask"),
    [
        ("张三", "name", "张**"), ("欧阳志远", "name", "欧**"), ("张三、李四", "name", "张**、李**"), ("鑫泰建筑劳务有限公司", "name", "鑫泰****"),
        ("19000004100", "phone", "****4100"), ("99020219800101123x", "id", "****123X"),
    ],
)  # fmt: skip
def test_a_mask_shows_who_it_may_be_and_not_who_it_is(text: str, kind: PersonKind, mask: str) -> None:
    """The number of stars does not tell the length of a name."""
    found = PROTECTOR.persons(text, kind)
    assert found
    assert found.masked == mask


@pytest.mark.parametrize("text", ["", "  ", "、", "/"])
def test_a_cell_that_names_nobody_has_no_hash(text: str) -> None:
    """So that two empty cells are not one person."""
    assert PROTECTOR.persons(text, "name") is None


def test_another_key_makes_everybody_a_stranger() -> None:
    """Hashes of two installations cannot be compared."""
    other = Protector(HashKey(b"x" * 32), WORDS).persons("张三", "name")
    assert other
    assert other.hash != hash_of("张三")


def test_a_narrative_is_known_again_by_its_letters() -> None:
    """Blanks and punctuation do not make another text; a changed word does."""
    assert PROTECTOR.narrative("要求停止，并道歉。\u3000") == PROTECTOR.narrative("要求停止 并道歉")
    assert PROTECTOR.narrative("要求停止并道歉").hash != PROTECTOR.narrative("要求停止并赔偿").hash
    assert PROTECTOR.narrative("要求停止，并道歉。").length == 7


def test_a_narrative_without_letters_says_nothing() -> None:
    """A full stop is no account of the facts."""
    assert PROTECTOR.narrative("。") == PROTECTOR.narrative("")
    assert PROTECTOR.narrative("。").hash is None


def test_copied_texts_share_their_signature_and_others_do_not() -> None:
    """With one word changed most of the signature stays; of another text hardly anything is the same."""
    text = "蔡瑞庆认为冯俊强开荒占用其林地九亩，经多次交涉未果，要求退还林地并赔偿青苗损失。"
    assert shared(text, text.replace("九亩", "六亩")) > 0.7
    assert shared(text, "任少峰反映邻居崔立燕夜间噪音扰民，要求停止并道歉，物业公司多次上门未能解决。") < 0.2


def test_a_signature_fits_its_column() -> None:
    """Positive numbers of a BIGINT, sorted, not more than declared, and some even for a text of one letter."""
    signature = PROTECTOR.signature("蔡瑞庆认为冯俊强开荒占用其林地九亩，要求退还。")
    assert list(signature) == sorted(signature)
    assert all(0 <= number < 2**63 for number in signature)
    assert len(PROTECTOR.signature("甲")) == 1


def test_the_essence_of_a_text_are_its_letters() -> None:
    """Full width, capitals, blanks and signs do not count; Mongolian letters do."""
    assert essence("ＡＢ c，１２\n") == "abc12"
    assert essence("ᠪᠠᠲᠤ") == "ᠪᠠᠲᠤ"


def hash_of(text: str, kind: PersonKind = "name") -> str:
    """The hash of all persons of a cell; they are there."""
    found = PROTECTOR.persons(text, kind)
    assert found
    return found.hash


def shared(one: str, other: str) -> float:
    """The share of a signature that two texts have in common."""
    signatures = set(PROTECTOR.signature(one)), set(PROTECTOR.signature(other))
    return len(signatures[0] & signatures[1]) / len(signatures[0])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("身份证990203198001011239有误", "身份证****1239有误"),
        ("99020319800101123X", "****123X"),
        ("电话13900000000，或139 0000 0000", "电话****0000，或****0000"),
        ("2023-04-30签，涉及120000元，第20230415号", "2023-04-30签，涉及120000元，第20230415号"),
    ],
)
def test_a_number_of_a_person_cannot_be_read_in_a_text(text: str, shown: str) -> None:
    """Identity numbers and phones; dates, amounts and numbers of cases stay, and what is hidden stays as it is."""
    assert without_numbers(text) == shown
    assert without_numbers(shown) == shown
