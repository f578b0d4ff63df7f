"""Which names put the family first: Korean, Chinese and Vietnamese ones, without a comma (CMOS 8.16 and on).

An entry can say it: ``"static-ordering": true`` or ``false`` on the name, as CSL processors have it. Where
it does not, a name is family-first if it is written in Chinese, Japanese or Korean script; or if its family
name is a known one and its given name consists of two such syllables (``Il Sung``, ``Gye-Dong``,
``Enlai``); or if its family name is a known one and the entry is in Korean, Chinese or Vietnamese. Japanese
names in Latin script are left in Western order, as their bearers mostly print them.
"""

import re

_KOREAN = """
ahn an bae baek baik bak bang bok bong byun cha chae chang cheon cheong chin cho choe choi chon chong choo
chu chun chung do eo eom eun gang gil go gong gu gwak gwon ha ham han heo ho hong huh hur hwang hyon hyun
im in jang je jeon jeong ji jin jo joo ju jun jung kang keum ki kil kim ko koh kong koo ku kuk kwak kwon
lee lim ma maeng min mo moon mun myung na nam namkung no noh o oh ok pae paek paik pak pang park pyo pyon
ra ree rhee ri rim ro roh ryo ryu seo seok seol seong shim shin sim sin so sohn sok sol son song suh suk
sun sung tae tak uhm um won woo wu yang ye yeo yeom yi yo yom yong yoo yoon you yu yuk yun
"""
_CHINESE = """
bai bo cai cao chai chan chang chao chen cheng chi chiang chou chu cui dai deng ding dong du duan fan fang
feng fu gao ge geng gong gu guan guo han hao he hou hsieh hsu hu hua huang huo ji jia jiang jin kang kong
kuo lai lei li lian liang liao lin liu lo long lou lu luo lü ma mao mei meng mi miao mo mu ni nie ning niu
ou pan pang pei peng pi pu qi qian qiao qin qiu qu ren rong ruan sha shang shao shen sheng shi song su sun
tan tang tao teng tian tong tsai tsao tsou tung wan wang wei wen weng wu xi xia xiang xiao xie xin xing
xiong xu xue yan yang yao ye yi yin ying you yu yuan yue zang zeng zhai zhan zhang zhao zheng zhong zhou
zhu zhuang zou zuo
"""
_VIETNAMESE = (
    "bui dang dinh do ho hoang huynh le luu ly ngo nguyen pham phan phung tran trinh truong vo vu vuong"
)

_FAMILIES = frozenset(f"{_KOREAN} {_CHINESE} {_VIETNAMESE}".split())
_CHINESE_FAMILIES = frozenset(_CHINESE.split())
_LANGUAGES = ("ko", "kor", "zh", "chi", "zho", "vi", "vie", "korean", "chinese", "vietnamese")
_SCRIPT = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_SYLLABLE = re.compile(
    r"(?:ch|zh|sh|ts|hs|ss|kk|jj|[bcdfghjklmnpqrstxyzw][hwy]?)?[aeiouŏŭüöê]{1,3}(?:ng|nh|ck|[bcghklmnprstw])?['’]?",
    re.IGNORECASE,
)
_FINALS = {
    "b p m": "a ai an ang ao ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d t n l": "a ai an ang ao e ei eng i ian iang iao ie ing iu ong ou u uan ui un uo ü",
    "n": "en in",
    "l": "in",
    "g k h zh ch sh": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "zh ch sh r": "i",
    "j q x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "r": "an ang ao e en eng ong ou u uan ui un uo",
    "z c s": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
    "-": "a ai an ang ao e en er ou",
}
"""Initials of pinyin to the finals that follow them."""
_PINYIN = frozenset(
    initial.strip("-") + final
    for initials, finals in _FINALS.items()
    for initial in initials.split()
    for final in finals.split()
)
_CHINESE_START = re.compile("zh|x|q|jia")
_WESTERN = frozenset(
    """
    ada adele alan alana alena ali ana andre anna anne annie bella ben boris dale dan dana dane dasha dean
    della diana dina elena eli eliza emma ethan gale gina hale hanna helen irene irina jean joan juan julia
    julian june karen kate lana laura lea leila lena leo liam lian liana lila lili lina linda lisa luke lulu
    luna marie marina masha maya mike mila milan mimi mina misha mona nana nate nina nora rena rita rosa
    ryan sana sandra sara sasha selena simon sonia susan tania tina tonia wanda wayne xena yuri zena
    """.split()
)
"""Western given names that could be pinyin."""


def is_script(text: str) -> bool:
    """Whether a text is in Chinese, Japanese or Korean script."""
    return bool(_SCRIPT.search(text))


def family_first(family: str, given: str, language: str = "") -> bool:
    """Tell whether a name is printed family first without a comma.

    Args:
        family: The family name.
        given: The given name.
        language: The language of the entry, e.g. ``ko``.

    Examples:
        >>> family_first("Kim", "Il Sung"), family_first("Mao", "Zedong"), family_first("Kim", "Samuel S.")
        (True, True, False)
    """
    if is_script(family):
        return True
    known = family.lower()
    if known not in _FAMILIES or not given or "." in given:
        return False
    syllables = re.split(r"[\s\-‐‑–]+", given)
    if len(syllables) == 2:
        is_western = all(each.lower() in _WESTERN for each in syllables)
        return not is_western and all(map(_SYLLABLE.fullmatch, syllables))
    if len(syllables) > 2 or given.lower() in _WESTERN:
        return False
    if language.lower().replace("_", "-").split("-")[0] in _LANGUAGES:
        return True
    return known in _CHINESE_FAMILIES and _is_pinyin(given.lower())


def _is_pinyin(given: str) -> bool:
    """Whether a given name is two syllables of pinyin, or one that no other language spells so."""
    if given in _PINYIN:
        return bool(_CHINESE_START.match(given))
    cuts = (given.partition(given[at:]) for at in range(1, len(given)))
    return any(head in _PINYIN and tail.lstrip("'’") in _PINYIN for head, tail, _ in cuts)
