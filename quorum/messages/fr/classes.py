"""Les classes, les actions et les erreurs."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q5001": Entry(
        "Je ne sais pas où commencer : `{class_name}` n’a pas d’action `Main`.",
        "Écris `action Main`, les instructions, puis `end`.",
        {
            "case": (
                "Le programme commence dans l’action `Main`, mais celle-ci s’appelle `{name}`.",
                "Écris `Main` avec un M majuscule.",
            ),
            "parameters": (
                "Le programme commence dans l’action `Main` : "
                "elle ne peut pas avoir de paramètres.",
                "Écris `action Main` sans parenthèses.",
            ),
        },
    ),
    "Q5002": Entry(
        "L’action `{name}` promet un {expected}, mais elle peut finir sans `return`.",
        "Écris un `return` comme dernière instruction.",
    ),
    "Q5003": Entry(
        "On n’arrive jamais à cette instruction : "
        "le `{word}` de la ligne {line} a déjà quitté l’action.",
        "Enlève-la, ou mets-la avant la ligne {line}.",
    ),
    "Q5004": Entry(
        "La classe a déjà un `on create`.",
        "Mets les instructions des deux dans un seul.",
    ),
    "Q5005": Entry(
        "La classe `{name}` est son propre ancêtre.",
        "Enlève un des noms après `is`.",
    ),
    "Q5006": Entry(
        "`{class_name}` reçoit l’action `{name}` de deux parents : `{one}` et `{other}`.",
        "Écris dans `{class_name}` une action `{name}` qui dit laquelle tu veux.",
    ),
    "Q5007": Entry(
        "Le modèle (blueprint) `{name}` cache une action que le parent `{parent}` a déjà écrite.",
        "Enlève le modèle, ou donne-lui un autre nom.",
    ),
    "Q5008": Entry(
        "`{name}` remplace l’action de `{parent}`, qui renvoie un {expected} ; "
        "celle-ci renvoie un {found}.",
        "Les deux doivent renvoyer le même type.",
        {
            "nothing": (
                "`{name}` remplace l’action de `{parent}`, qui ne renvoie rien.",
                "Enlève `returns` ici.",
            )
        },
    ),
    "Q5009": Entry(
        "`{name}` est une classe partagée (shared) : elle ne peut pas être un parent.",
        "Déclare plutôt un objet de cette classe.",
    ),
    "Q5010": Entry(
        "Je ne peux pas créer un objet `{name}` : personne n’a écrit son action `{action}`.",
        "Écris cette action, ou utilise une classe qui la connaît.",
    ),
    "Q5011": Entry(
        "`{name}` n’est pas une erreur : `detect` ne peut pas l’attraper.",
        "Après `is`, il y a `Error` ou une classe qui en hérite.",
    ),
    "Q5012": Entry(
        "`{name}` est attrapée deux fois dans le même `check`.",
        "Garde un seul des deux.",
        {
            "all": (
                "Deux blocs `detect` attrapent tout.",
                "Garde un seul des deux.",
            )
        },
    ),
    "Q5013": Entry(
        "Le parent `{name}` attend entre `<` et `>` {expected} paramètre(s) de type de cette "
        "classe.",
        "Écris les noms qui suivent le nom de cette classe.",
        {
            "diamond": (
                "Cette classe hérite de `{name}` de deux façons différentes.",
                "Utilise le même paramètre de type des deux côtés.",
            )
        },
    ),
    "Q5014": Entry(
        "`{name}` est une action `system` : seules les bibliothèques de Quorum en ont.",
        "Enlève `system` et écris les instructions de l’action.",
    ),
    "Q5015": Entry(
        "Le parent `{name}` est nommé deux fois.",
        "Enlève l’un des deux.",
    ),
}
