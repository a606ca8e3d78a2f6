"""The closed word lists of the offline judge, written for this project; English, lower case."""

from __future__ import annotations


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


FUNCTION_WORDS = _listed(
    """a an the and or but if then else of in on at by to for from with into onto over under as is are was were be
    been being am do does did done doing have has had having it its it's this that these those there here he she
    they them their his her we us our you your i me my mine which who whom whose what when where why how so than
    too very can could will would shall should may might must also just such some any each both all more most other
    own same because since while during before after about between through up down out off again further once not
    no nor only without s t d m re ve ll don't doesn't didn't isn't aren't wasn't weren't won't can't cannot i'm
    i've i'd i'll that's there's what's let's"""
)
"""Words that carry grammar rather than content; they weigh nothing in a comparison of content."""

NEGATORS = _listed(
    """not no never none nothing neither nor nobody nowhere cannot without hardly scarcely barely cant dont doesnt
    didnt isnt arent wasnt werent wont wouldnt shouldnt couldnt hasnt havent hadnt mustnt neednt ain't aint false
    untrue incorrect incorrectly wrong wrongly unable impossible fails failed fail lack lacks lacking"""
)
"""Words that turn what follows them, up to the end of their clause, into its opposite."""

CLAUSE_BREAKS = _listed(
    """but however although though because since while whereas when if unless so therefore thus which who then
    except and or"""
)
"""Words at which a negation's scope ends."""

TRANSPARENT = _listed("true case correct fact right longer actually really necessarily that it is the")
"""Words a negation passes through to reach what it denies, as in "it is not true that …"."""

RELATION_WORDS = _listed("on off up down over under above below before after all every same more most less few")
"""Grammar words whose opposite changes the meaning, so that a comparison of claims keeps them."""

ANTONYMS = (
    ("increase", "decrease reduce lower drop fall shrink decline"),
    ("more", "less fewer"),
    ("most", "least fewest"),
    ("high", "low"),
    ("higher", "lower"),
    ("highest", "lowest"),
    ("large", "small little"),
    ("larger", "smaller"),
    ("big", "small little"),
    ("bigger", "smaller"),
    ("long", "short"),
    ("longer", "shorter"),
    ("fast", "slow"),
    ("faster", "slower"),
    ("strong", "weak"),
    ("hard", "soft easy"),
    ("harder", "softer easier"),
    ("difficult", "easy simple"),
    ("heavy", "light"),
    ("heavier", "lighter"),
    ("hot", "cold cool"),
    ("warm", "cold cool"),
    ("warmer", "colder cooler"),
    ("wet", "dry"),
    ("old", "new young"),
    ("older", "newer younger"),
    ("first", "last"),
    ("early", "late"),
    ("open", "closed close shut"),
    ("complete", "incomplete"),
    ("connect", "disconnect separate"),
    ("connected", "disconnected separated isolated"),
    ("join", "separate split"),
    ("same", "different"),
    ("equal", "unequal different"),
    ("identical", "different"),
    ("similar", "different"),
    ("always", "never"),
    ("all", "none"),
    ("every", "no"),
    ("on", "off"),
    ("inside", "outside"),
    ("inner", "outer"),
    ("internal", "external"),
    ("above", "below"),
    ("over", "under"),
    ("up", "down"),
    ("top", "bottom"),
    ("left", "right"),
    ("before", "after"),
    ("front", "back"),
    ("push", "pull pop"),
    ("attract", "repel"),
    ("positive", "negative"),
    ("true", "false"),
    ("valid", "invalid"),
    ("correct", "incorrect wrong"),
    ("safe", "unsafe"),
    ("start", "stop end finish"),
    ("begin", "end finish"),
    ("allow", "prevent forbid block"),
    ("enable", "disable prevent"),
    ("accept", "reject refuse"),
    ("include", "exclude"),
    ("add", "remove delete subtract"),
    ("insert", "delete remove"),
    ("create", "destroy delete"),
    ("gain", "lose"),
    ("win", "lose"),
    ("rise", "fall sink drop"),
    ("float", "sink"),
    ("expand", "contract shrink"),
    ("absorb", "reflect emit"),
    ("send", "receive"),
    ("read", "write"),
    ("input", "output"),
    ("public", "private"),
    ("static", "dynamic"),
    ("mutable", "immutable"),
    ("synchronous", "asynchronous"),
    ("linear", "nonlinear"),
    ("sorted", "unsorted"),
    ("ordered", "unordered"),
    ("ascending", "descending"),
    ("minimum", "maximum"),
    ("min", "max"),
    ("parallel", "sequential serial series"),
    ("horizontal", "vertical"),
    ("local", "global"),
    ("temporary", "permanent"),
    ("fixed", "variable"),
    ("constant", "variable"),
    ("dependent", "independent"),
    ("relevant", "irrelevant"),
    ("possible", "impossible"),
    ("encrypt", "decrypt"),
    ("encode", "decode"),
    ("stateful", "stateless"),
    ("reliable", "unreliable"),
    ("secure", "insecure"),
    ("lock", "unlock"),
    ("success", "failure"),
    ("advantage", "disadvantage"),
    ("agree", "disagree"),
    ("visible", "invisible"),
    ("even", "odd"),
    ("odd", "even"),
    ("full", "empty"),
    ("present", "absent"),
    ("directly", "indirectly"),
    ("upper", "lower"),
    ("buyer", "seller"),
    ("ancestor", "descendant"),
    ("parent", "child"),
)
"""Words and their opposites; read both ways."""

FILLERS = _listed("um uh er erm hmm mm ah eh uhm hm like basically actually literally honestly okay ok well yeah")
"""Words that fill a pause; they are no content, and never lower a score."""

DONT_KNOW_PHRASES = (
    "don't know",
    "dont know",
    "do not know",
    "didn't know",
    "no idea",
    "no clue",
    "not sure",
    "have no answer",
    "can't answer",
    "cannot answer",
    "can't remember",
    "don't remember",
    "do not remember",
    "never heard",
    "not familiar",
    "idk",
    "dunno",
    "skip this",
    "pass on this",
    "no submission",
    "no answer",
    "not answered",
    "unsure",
    "haven't learned",
    "don't understand",
    "do not understand",
    "no comment",
    "next question",
)
"""Ways of saying that there is no answer."""

DONT_KNOW_FRAME = _listed(
    """sorry really honestly answer question this that one skip pass next please idk dunno know idea clue sure
    remember heard familiar submission answered unsure understand learned yet exactly right now moment maybe think
    guess move unfortunately afraid say tell would will able comment let something anything thing"""
)
"""Words that may stand around "I don't know" without being an answer."""

WAFFLE = _listed(
    """important interesting great good nice amazing really truly definitely various many several things thing stuff
    aspect aspects factor factors different way ways lot lots kind sort everything something anything matter matters
    topic question answer think believe feel passionate experience learn learned always strive approach consider
    perspective overall general generally essentially fundamental world today modern crucial key concept concepts
    field widely used practice situation situations depends depend essential possible best always people everyone
    years strength strengths several understand understanding skill skills team communicate picture opportunity
    challenge challenges goal goals success great passion excited dedicated hardworking solution solutions value
    significant plays role helps useful well known"""
)
"""Words of talk that says nothing checkable when most of an answer is made of them."""
