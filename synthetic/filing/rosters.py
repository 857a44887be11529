"""The rosters: committees and mediators as they are on the day whose state is owed."""

from collections.abc import Iterator

from catalog.period import Period
from synthetic.city.district import District
from synthetic.filing.entry import Entry


def committees(district: District, month: Period) -> Iterator[Entry]:
    """Every committee at the end of a month, with its members."""
    for one in district.committees:
        serving = [member for member in district.members[one.number] if member.serves_on(month.end)]
        if one.founded_on > month.end or not serving:
            continue
        yield Entry(
            one.code,
            {
                "committee_no": one.code,
                "name": one.name,
                "kind_code": one.kind,
                "industry_text": one.line,
                "filed_district_code": one.district,
                "township_code": one.town.unit.code if one.town else None,
                "head": serving[0].name,
                "phone": serving[0].papers.phone,
                "founded_on": one.founded_on,
                "full_time_count": sum(member.is_full_time for member in serving),
                "part_time_count": sum(not member.is_full_time for member in serving),
                "member_count": len(serving),
            },
        )


def mediators(district: District, month: Period) -> Iterator[Entry]:
    """Every mediator who serves at the end of a month."""
    for one in district.mediators:
        if one.committee.founded_on > month.end or not one.serves_on(month.end):
            continue
        yield Entry(
            one.code,
            {
                "mediator_no": one.code,
                "name": one.name,
                "gender_code": "2" if one.person.is_woman else "1",
                "ethnicity_text": one.ethnicity,
                "birth_month": one.papers.born_on.replace(day=1),
                "id_number": one.papers.id_number,
                "education_code": one.education,
                "political_code": one.political,
                "post_text": one.post,
                "is_part_time": not one.is_full_time,
                "is_purchased": one.is_purchased,
                "is_bilingual": one.person.is_mongolian,
                "phone": one.papers.phone,
                "started_on": one.started_on,
                "grade_text": one.grade,
                "committee_text": one.committee.name,
                "committee_no": one.committee.code,
                "filed_district_code": one.committee.district,
                "township_code": one.committee.town.unit.code if one.committee.town else None,
                "other_identity_text": one.background,
            },
        )
