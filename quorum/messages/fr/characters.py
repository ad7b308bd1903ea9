"""Les caractères, les textes et les nombres."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q1001": Entry(
        "Je ne connais pas le caractère `{character}` à cet endroit.",
        "Enlève-le, ou écris-le dans un texte entre guillemets droits.",
    ),
    "Q1002": Entry(
        "J’ai trouvé le guillemet {character}, celui d’un traitement de texte.",
        'Écris le guillemet droit " des deux côtés du texte.',
        {
            "single": (
                "J’ai trouvé le signe {character}, mais un texte s’écrit entre guillemets droits.",
                'Écris le guillemet droit " des deux côtés du texte.',
            )
        },
    ),
    "Q1003": Entry(
        "Il y a ici {character_word} ({number}), qu’on ne voit pas.",
        "Efface ce caractère et écris une espace ordinaire s’il en faut une.",
    ),
    "Q1004": Entry(
        "La lettre `{character}` de `{word}` vient d’un autre alphabet ; "
        "elle a seulement l’air juste.",
        "Écris de nouveau `{better}` avec ton clavier.",
        {
            "sign": (
                "Je ne connais pas le signe {character}.",
                "Écris `{better}` à la place.",
            )
        },
    ),
    "Q1005": Entry(
        "Le nom `{word}` contient la lettre `{character}`, que je n’accepte pas dans un nom.",
        "Un nom n’a que les lettres de a à z et de A à Z, des chiffres et `_` : écris `{better}`.",
        {
            "no_letters": (
                "Je ne peux pas lire le nom `{word}` : il n’a pas de lettres de a à z.",
                "Un nom n’a que les lettres de a à z et de A à Z, des chiffres et `_`.",
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
        "Je lisais le nombre `{text}`, mais il manque un chiffre à côté du point.",
        "Écris `{better}`.",
    ),
    "Q1009": Entry(
        "Je ne peux pas lire le nombre `{text}`.",
        "Un nombre avec un exposant s’écrit par exemple `1.0e3`.",
        {
            "better": (
                "Je ne peux pas lire le nombre `{text}` : il faut un point avant le `e`.",
                "Écris `{better}`.",
            )
        },
    ),
    "Q1010": Entry(
        "`{operator}` vient d’un autre langage.",
        "En Quorum, écris `{better}`.",
        {
            "combined": (
                "`{operator}` vient d’un autre langage.",
                "En Quorum, écris l’affectation en entier : `{better}`.",
            ),
            "power": (
                "Je ne connais pas l’opérateur `**`.",
                "Utilise Libraries.Compute.Math et appelle son action RaiseToPower.",
            ),
        },
    ),
    "Q1011": Entry(
        "`#` ne commence pas un commentaire en Quorum.",
        "Commence le commentaire par `//`.",
    ),
    "Q1012": Entry(
        "Je n’ai pas besoin de `;` en Quorum.",
        "Enlève le `;` : rien ne marque la fin d’une instruction.",
    ),
    "Q1013": Entry(
        "En Quorum, les blocs ne s’écrivent pas entre accolades.",
        "Enlève l’accolade qui ouvre, et écris `end` à la place de celle qui ferme.",
    ),
}
