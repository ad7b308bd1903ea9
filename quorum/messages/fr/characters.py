"""Les caractères, les textes et les nombres."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q1001": Entry(
        "J’ai trouvé le caractère `{character}`, et je ne sais pas quoi en faire ici.",
        "Enlève-le. Pour l’afficher, écris-le dans un texte entre guillemets droits.",
    ),
    "Q1002": Entry(
        "J’ai trouvé {character}, un guillemet de traitement de texte ; "
        'j’attendais le guillemet droit ".',
        'Écris le guillemet droit " des deux côtés du texte.',
        {
            "single": (
                'J’ai trouvé {character} ; autour d’un texte, j’attendais le guillemet droit ".',
                'Écris le guillemet droit " des deux côtés du texte.',
            )
        },
    ),
    "Q1003": Entry(
        "J’ai trouvé ici {character_word} ({number}). Cela ne se voit pas, mais je bute dessus.",
        "Efface ce caractère, et tape une espace ordinaire s’il en faut une.",
    ),
    "Q1004": Entry(
        "Je lisais `{word}` : sa lettre `{character}` vient d’un autre alphabet "
        "et a seulement l’air juste.",
        "Tape de nouveau `{better}` avec ton clavier.",
        {
            "sign": (
                "J’ai trouvé le signe {character}, que Quorum ne connaît pas.",
                "Écris `{better}` à la place.",
            )
        },
    ),
    "Q1005": Entry(
        "Je lisais le nom `{word}`, mais j’y ai trouvé la lettre `{character}` : "
        "un nom n’a que les lettres de a à z.",
        "Écris `{better}`. Les lettres de a à z et de A à Z, les chiffres et `_` vont bien, "
        "les accents non.",
        {
            "no_letters": (
                "Je lisais le nom `{word}`, mais je n’y ai trouvé aucune lettre de a à z.",
                "Choisis un nom avec des lettres de a à z, par exemple `score`.",
            )
        },
    ),
    "Q1006": Entry(
        "Je lisais le texte qui commence ici, mais je n’ai pas trouvé son guillemet de fin.",
        'Écris " à la fin du texte.',
    ),
    "Q1007": Entry(
        "Je lisais le commentaire qui commence ici, mais je n’ai pas trouvé sa fin.",
        "Écris `*/` là où le commentaire finit.",
    ),
    "Q1008": Entry(
        "Je lisais le nombre `{text}`, mais j’attendais un chiffre de chaque côté du point.",
        "Écris `{better}`.",
    ),
    "Q1009": Entry(
        "Je lisais le nombre `{text}`, mais je n’ai pas trouvé de chiffre après le `e`.",
        "Un nombre avec un exposant s’écrit par exemple `1.0e3`.",
        {
            "better": (
                "Je lisais le nombre `{text}`, mais j’attendais un point avant le `e`.",
                "Écris `{better}`.",
            )
        },
    ),
    "Q1010": Entry(
        "J’ai trouvé `{operator}`, qui vient d’un autre langage.",
        "En Quorum, écris `{better}`.",
        {
            "combined": (
                "J’ai trouvé `{operator}`, qui vient d’un autre langage.",
                "En Quorum, écris tout : `{better}`.",
            ),
            "power": (
                "J’ai trouvé `**`, mais Quorum n’a pas de signe pour les puissances.",
                "Écris `use Libraries.Compute.Math` tout en haut, puis `Math math` "
                "et par exemple `math:RaiseToPower(2, 3)`.",
            ),
        },
    ),
    "Q1011": Entry(
        "J’ai trouvé `#`, mais en Quorum un commentaire commence par `//`.",
        "Écris `//` à la place de `#`.",
    ),
    "Q1012": Entry(
        "J’ai trouvé `;`, mais je n’en ai pas besoin : "
        "en Quorum, rien ne marque la fin d’une instruction.",
        "Enlève tous les `;` du programme.",
    ),
    "Q1013": Entry(
        "J’ai trouvé une accolade, mais en Quorum c’est le mot `end` qui ferme un bloc.",
        "Enlève l’accolade qui ouvre, et écris `end` à la place de celle qui ferme.",
    ),
}
