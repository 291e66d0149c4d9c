"""Rules by which the words said decide what is done by saying them, where the cue leaves it open."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.claim.wording import Wording, kinds
from counterclaim.model.claim import Act
from counterclaim.model.reading import Token

Rule = Callable[[Wording], str | None]
Special = Callable[[Wording], tuple[Act, str] | None]

FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall"})
# The acts that a verb of the speaker's own performs; `contents.tsv` lists the verbs under the name of the act.
PERFORMED = ("demands", "promises", "predicts", "judges")
DUTY = frozenset({"should", "must", "ought"})
CHANCE = frozenset({"may", "might", "could", "would"})
COMPLEMENTS = frozenset({"acomp", "attr", "oprd"})
# What is said after these is what is meant: *I think that ...*, *it is clear that ...*.
OPENERS = frozenset({"think", "believe", "feel", "know", "say", "guess", "see"})
# A saying this short has one point: what it calls false, or praises, is what it is about.
SHORT = 14
PERCEIVED = frozenset({"hear", "see", "feel", "smell"})


def kind_of(token: Token) -> frozenset[str]:
    """The kinds of a word by `contents.tsv`."""
    return kinds().get(token.lemma) or kinds().get(token.text.lower()) or frozenset()


def points(wording: Wording) -> list[int]:
    """The verbs that carry the point: of the first two sentences, below *I think*, *we believe*."""
    found = []
    for root in wording.roots[:2]:
        at = root
        token = wording.saying.token(at)
        if token.lemma in OPENERS:
            below = [t.i for t in wording.children(at) if t.dep == "ccomp" and t.pos in {"VERB", "AUX"}]
            at = below[0] if below else at
        found.append(at)
    return found


def complement(wording: Wording, verb: int, kind: str, labels: frozenset[str] = COMPLEMENTS) -> Token | None:
    """A complement of that verb that is a word of that kind."""
    return next((t for t in wording.children(verb) if t.dep in labels and kind in kind_of(t)), None)


def acts_openly(wording: Wording) -> tuple[Act, str] | None:
    """*We urge them to leave*, *he hopes to return*: the speaker's own verb names the act."""
    for verb in points(wording):
        token, subject = wording.saying.token(verb), wording.subject(verb)
        act = next((Act(kind) for kind in PERFORMED if kind in kind_of(token)), None)
        if act and _own(wording, verb, subject):
            return act, f"the speaker's own verb names it: “{token.text}”"
    return None


def _own(wording: Wording, verb: int, subject: Token | None) -> bool:
    """Whether the speaker does it now: no helper turns it into what was or would be."""
    if subject is None or wording.negated(verb) or not wording.is_speaker(subject):
        return False
    return wording.saying.token(verb).tag != "VBG" and not wording.helpers(verb) & (FUTURE | CHANCE | {"have"})


def asks(wording: Wording) -> str | None:
    """A question, or a list of them after a colon."""
    if not wording.text.endswith("?"):
        return None
    colon = not wording.saying.cue or any(wording.saying.token(i).text == ":" for i in wording.saying.cue)
    return "what is said is a question" if colon or len(wording.roots) < 2 else None


def calls_false(wording: Wording) -> str | None:
    """*The reports are false*, *that was not the case*."""
    if not wording.roots or len(wording.saying.content) > SHORT:
        return None
    verb = wording.roots[0]
    word = complement(wording, verb, "falsity")
    if word:
        return f"what is said calls something “{word.text}”"
    case = next((t for t in wording.children(verb) if t.lemma in {"case", "true"} and t.dep in COMPLEMENTS), None)
    return f"what is said is that something is not “{case.text}”" if case and wording.negated(verb) else None


def faults_oneself(wording: Wording) -> str | None:
    """*We made mistakes*, *I am sorry*: a fault, and the speaker its subject in the first person or by name."""
    for verb in points(wording):
        subject = wording.subject(verb)
        token = wording.saying.token(verb)
        near = [token, *(t for t in wording.children(verb) if t.dep in COMPLEMENTS | {"dobj"})]
        word = next((t for t in near if "fault" in kind_of(t)), None)
        if word and subject is not None and wording.is_speaker(subject):
            return f"the speaker speaks of a fault of their own: “{word.text}”"
    return None


def promises(wording: Wording) -> str | None:
    """What the speaker will do."""
    for verb in points(wording):
        helpers, subject = wording.helpers(verb), wording.subject(verb)
        going = wording.saying.token(verb).lemma == "go" and "be" in helpers and _to_do(wording, verb)
        ahead = helpers & FUTURE or (helpers & {"would"} and not wording.quoted) or going
        if ahead and (wording.is_speaker(subject) or wording.is_own_state(subject)):
            return "the speaker says what the speaker will do"
    return None


def demands(wording: Wording) -> str | None:
    """What should, must, needs to be done; a command."""
    for verb in points(wording)[:1]:
        token, helpers = wording.saying.token(verb), wording.helpers(verb)
        if helpers & DUTY and not helpers & {"have"}:
            return "what is said should be done"
        if token.lemma == "need" and token.tag != "VBD":
            return "what is said is needed"
        word = complement(wording, verb, "duty")
        if word:
            return f"what is said is “{word.text}”"
        if token.tag == "VB" and not helpers and wording.subject(verb) is None and wording.quoted:
            return "what is said is a command"
    return None


def _to_do(wording: Wording, verb: int) -> bool:
    """*Going to leave*, not *going home*."""
    return any(t.dep == "xcomp" for t in wording.children(verb))


def predicts(wording: Wording) -> str | None:
    """What will, may or is likely to come."""
    for verb in points(wording)[:1]:
        helpers = wording.helpers(verb)
        if helpers & FUTURE:
            return "what is said lies ahead"
        # *Gunfire could be heard* tells what was.
        heard = "could" in helpers and wording.saying.token(verb).lemma in PERCEIVED
        # *It would be the first*, *it could be a mistake* tell what is, as somebody sees it.
        state = wording.saying.token(verb).pos == "AUX"
        if helpers & CHANCE and "have" not in helpers and not (wording.negated(verb) or heard or state):
            return "what is said may come"
        token = wording.saying.token(verb)
        if "prospect" in kind_of(token) or complement(wording, verb, "prospect"):
            return "what is said is expected"
        if token.lemma == "go" and "be" in helpers and _to_do(wording, verb):
            return "what is said lies ahead"
    return None


def accuses(wording: Wording) -> str | None:
    """A wrong as what is done or what somebody is, with another than the speaker for it; or several wrongs."""
    for verb in points(wording):
        subject = wording.subject(verb)
        if subject is not None and subject.text.lower() in {"i", "we"} and wording.saying.token(verb).tag != "VBN":
            continue
        word = next((t for t in _deed(wording, verb) if "wrong" in kind_of(t)), None)
        if word and not wording.negated(verb):
            return f"what is said imputes a wrong: “{word.text}”"
        if _leaves_undone(wording, verb, subject):
            return f"what is said lays at another's door what was not done: “{wording.saying.token(verb).text}”"
        if _strikes(wording, verb, subject):
            return f"what is said lays a blow at another's door: “{wording.saying.token(verb).text}”"
    if wording.count("wrong") >= 3:
        return f"what is said imputes wrongs: “{wording.told('wrong')}”"
    return None


def _leaves_undone(wording: Wording, verb: int, subject: Token | None) -> bool:
    """*The council failed to warn them*, said by another."""
    token = wording.saying.token(verb)
    if subject is None or "omission" not in kind_of(token) or wording.negated(verb) or wording.is_speaker(subject):
        return False
    undone = any(t.dep in {"xcomp", "dobj"} for t in wording.children(verb))
    return undone and not wording.helpers(verb) & (FUTURE | CHANCE)


def _strikes(wording: Wording, verb: int, subject: Token | None) -> bool:
    """*Norland's troops shelled the mill*, said by another: a blow, and somebody named who dealt it."""
    token = wording.saying.token(verb)
    if subject is None or "blow" not in kind_of(token) or wording.negated(verb) or wording.is_speaker(subject):
        return False
    doer: Token | None = subject
    if wording.helpers(verb) & {"be"} and token.tag == "VBN":
        agents = [t.i for t in wording.children(verb) if t.dep == "agent"]
        doer = next((t for a in agents for t in wording.children(a) if t.dep == "pobj"), None)
    named = {"GPE", "NORP", "ORG"}
    return doer is not None and bool({doer.entity, *(t.entity for t in wording.children(doer.i))} & named)


def _deed(wording: Wording, verb: int) -> list[Token]:
    """What is done: the verb, those joined to it or carrying it on, and its complements with what describes them."""
    verbs = [verb, *(t.i for t in wording.children(verb) if t.dep in {"xcomp", "conj"} and t.pos == "VERB")]
    verbs += [t.i for v in verbs[1:] for t in wording.children(v) if t.dep in {"xcomp", "conj"} and t.pos == "VERB"]
    found = [wording.saying.token(v) for v in verbs]
    ends = [t for v in verbs for t in wording.children(v) if t.dep in COMPLEMENTS | {"dobj"}]
    return [*found, *ends, *(t for end in ends for t in wording.children(end.i) if t.dep in {"amod", "compound"})]


def judges(wording: Wording) -> str | None:
    """*It was a great day*, *we are proud*: a judgement as what something is, or as what the speaker feels."""
    for verb in points(wording):
        token, subject = wording.saying.token(verb), wording.subject(verb)
        first = subject is not None and subject.text.lower() in {"i", "we", "he", "she", "they"}
        if "feeling" in kind_of(token) and (first or subject is None) and not wording.helpers(verb) & CHANCE:
            return f"what is said tells what the speaker feels: “{token.text}”"
        word = complement(wording, verb, "judgement")
        if word and not _advice(wording, verb):
            return f"what is said judges: “{word.text}”"
    return None


def _advice(wording: Wording, verb: int) -> bool:
    """*It is important that they leave*: what is called important is what is wanted."""
    return any(t.dep in {"ccomp", "advcl"} and t.tag == "VB" for t in wording.children(verb))


def asked_to_do(wording: Wording) -> tuple[Act, str] | None:
    """*asked X to do*, *asked for*: demands; *asked whether*, a question: asks."""
    if wording.text.endswith("?"):
        return Act.ASKS, "what is said is a question"
    first = next(
        (wording.saying.token(i) for i in wording.saying.content if wording.saying.token(i).pos != "PUNCT"), None
    )
    if first is None or first.tag in {"WP", "WRB", "WDT", "WP$"} or first.lemma in {"if", "whether", "about"}:
        return None
    if wording.to_do or not wording.roots:
        return Act.DEMANDS, "something is asked for, not asked about"
    return None


def told_to_do(wording: Wording) -> tuple[Act, str] | None:
    """*told X to leave*."""
    return (Act.DEMANDS, "somebody is told to do something") if wording.to_do else None


def claimed_deed(wording: Wording) -> tuple[Act, str] | None:
    """*claimed the attack* owns up to it; *claimed victory* does not."""
    cue = {wording.saying.token(i).pos for i in wording.saying.cue}
    if wording.roots:
        return None
    if "NOUN" in cue:
        return wrongs_named(wording)
    deed = next((t for t in wording.heads if "deed" in kind_of(t)), None)
    return (Act.ADMITS, f"a deed is claimed: “{deed.text}”") if deed is not None else None


CLAIMS = frozenset({"claim", "allegation", "accusation", "report", "assertion", "account", "explanation", "suggestion"})


def named(wording: Wording) -> tuple[Act, str] | None:
    """*called the claims a lie* denies."""
    tokens = [wording.saying.token(i) for i in wording.saying.content]
    false = next((t for t in tokens if "falsity" in kind_of(t)), None)
    claim = next((t for t in tokens if t.lemma in CLAIMS), None)
    if false or claim:
        return Act.DENIES, f"a claim is named: “{(false or claim or tokens[0]).text}”"
    return None


def portrayed(wording: Wording) -> tuple[Act, str] | None:
    """*Described it as nonsense* denies, *as brave*, *the “courage” of it* judges, *described the scene* tells."""
    saying = wording.saying
    if not any(saying.token(i).lemma == "as" or saying.reading.quoted(saying.token(i).start) for i in saying.content):
        return None
    return named(wording) or (Act.JUDGES, "something is described as something")


def made_something(wording: Wording) -> tuple[Act, str] | None:
    """*declared it unconstitutional*, *cited it as proof*: somebody or something is called something."""
    if any(t.lemma == "as" and t.dep == "prep" for t in wording.heads) or wording.text.startswith("as "):
        return Act.JUDGES, "something is called something"
    if not wording.roots and any(t.pos == "ADJ" for t in wording.heads):
        return Act.JUDGES, "something is declared to be something"
    return None


def wrongs_named(wording: Wording) -> tuple[Act, str] | None:
    """*claims of fraud*."""
    word = wording.told("wrong")
    return (Act.ACCUSES, f"the claim is of a wrong: “{word}”") if word else None


def announced(wording: Wording) -> tuple[Act, str] | None:
    """*announced that they would*, *announced plans to*, *announced her resignation*: what the speaker undertakes."""
    head = next((t for t in wording.heads if "undertaking" in kind_of(t)), None)
    if head is not None and not wording.roots:
        return Act.PROMISES, f"what is announced is an undertaking: “{head.text}”"
    if any(wording.helpers(verb) & (FUTURE | {"would"}) for verb in wording.roots[:1]):
        return Act.PROMISES, "what is announced lies ahead"
    return None


def suggested_doing(wording: Wording) -> tuple[Act, str] | None:
    """*Suggested that they leave*, *suggested leaving*: what is suggested is to be done."""
    verb = next(iter(wording.roots), None)
    if verb is None:
        return None
    token = wording.saying.token(verb)
    bare = token.tag == "VB" and not wording.helpers(verb)
    return (
        (Act.DEMANDS, "what is suggested is to be done")
        if bare or (token.tag == "VBG" and verb == wording.saying.content[0])
        else None
    )


def agreed_that(wording: Wording) -> tuple[Act, str] | None:
    """*agreed that it was so* is no promise."""
    if wording.to_do or not wording.roots or wording.helpers(wording.roots[0]) & (FUTURE | CHANCE):
        return None
    return Act.JUDGES, "what is agreed on is how things are"


RULES: tuple[tuple[Act, Rule], ...] = (
    (Act.ASKS, asks),
    (Act.DENIES, calls_false),
    (Act.ADMITS, faults_oneself),
    (Act.PROMISES, promises),
    (Act.DEMANDS, demands),
    (Act.PREDICTS, predicts),
    (Act.ACCUSES, accuses),
    (Act.JUDGES, judges),
)
SPECIAL: dict[str, Special] = {
    "request": asked_to_do,
    "tell": told_to_do,
    "claim": claimed_deed,
    "name": named,
    "agree": agreed_that,
    "portray": portrayed,
    "status": made_something,
    "announce": announced,
    "suggest": suggested_doing,
}
