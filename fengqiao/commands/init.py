"""`fengqiao init`: the data folder."""

from fengqiao import exits
from fengqiao.options import Home, Json


def init(*, home: Home = None, json: Json = False) -> int:
    """Make what is missing of the data folder."""
    from fengqiao.answers import print_json, say
    from fengqiao.home import opened
    from fengqiao.messages import init as words

    office = opened(home)
    was_there = office.is_there
    office.make()
    inboxes = [str(office.folder.inbox / unit.folder_name) for unit in office.catalog.units.reporting]
    if json:
        print_json({"home": office.folder.home, "made": not was_there, "inbox": inboxes})
    else:
        say((words.STOOD if was_there else words.MADE).format(home=office.folder.home))
        say(words.INBOXES.format(folder=office.folder.inbox, names="、".join(unit.folder_name for unit in office.catalog.units.reporting)))
    return exits.DONE
