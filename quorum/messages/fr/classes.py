"""Les classes, les actions et les erreurs."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q5001": Entry(
        "Je cherchais où commencer, mais `{class_name}` n’a pas d’action `Main`.",
        "Écris `action Main`, les instructions, puis `end`.",
        {
            "case": (
                "Je cherchais l’action `Main` pour commencer, mais j’ai trouvé `{name}`.",
                "Écris `Main` avec un M majuscule.",
            ),
            "parameters": (
                "Je devais commencer dans l’action `Main`, mais elle a des paramètres "
                "et je n’ai rien à lui donner.",
                "Écris `action Main` sans parenthèses.",
            ),
            "returns": (
                "Je devais commencer dans l’action `Main`, mais elle promet un résultat "
                "et personne n’est là pour le prendre.",
                "Écris `action Main` sans `returns`.",
            ),
        },
    ),
    "Q5002": Entry(
        "L’action `{name}` promet {a_expected}, mais j’ai trouvé un chemin jusqu’à sa fin "
        "sans `return`.",
        "Écris un `return` comme dernière instruction.",
    ),
    "Q5003": Entry(
        "Je n’arrive jamais à cette instruction : "
        "le `{word}` de la ligne {line} a déjà quitté l’action.",
        "Enlève-la, ou mets-la avant la ligne {line}.",
    ),
    "Q5004": Entry(
        "J’ai trouvé un deuxième `on create` dans cette classe.",
        "Mets les instructions des deux dans un seul.",
    ),
    "Q5005": Entry(
        "Je suivais les parents de `{name}` et je suis revenu à `{name}`.",
        "Enlève un des noms après `is`.",
    ),
    "Q5006": Entry(
        "J’ai trouvé l’action `{name}` chez deux parents de `{class_name}`, "
        "`{one}` et `{other}`, et je ne sais pas laquelle prendre.",
        "Écris dans `{class_name}` une action `{name}` qui dit laquelle tu veux.",
        {
            "several": (
                "J’ai trouvé les actions `{name}` chez deux parents de `{class_name}`, "
                "`{one}` et `{other}`, et je ne sais pas lesquelles prendre.",
                "Écris ces actions dans `{class_name}`, ou enlève un des deux parents.",
            )
        },
    ),
    "Q5007": Entry(
        "J’ai trouvé le modèle (blueprint) `{name}`, mais il cache une action "
        "que le parent `{parent}` a déjà écrite.",
        "Enlève le modèle, ou donne-lui un autre nom.",
    ),
    "Q5008": Entry(
        "J’ai trouvé `{name}`, qui remplace l’action de `{parent}` : "
        "celle-là renvoie {a_expected}, celle-ci {a_found}.",
        "Écris le même type aux deux endroits.",
        {
            "nothing": (
                "J’ai trouvé `{name}`, qui remplace l’action de `{parent}` : "
                "celle-là ne renvoie rien.",
                "Enlève `returns` ici.",
            )
        },
    ),
    "Q5009": Entry(
        "J’ai trouvé `{name}` comme parent, mais c’est une classe partagée (shared) : "
        "il n’en existe qu’un seul objet.",
        "Déclare plutôt un objet de cette classe.",
    ),
    "Q5010": Entry(
        "Je devais créer un objet `{name}`, mais personne n’a écrit son action `{action}`.",
        "Écris cette action, ou utilise une classe qui la connaît.",
    ),
    "Q5011": Entry(
        "Je lisais `detect`, mais `{name}` n’est pas une erreur : "
        "je ne pourrais jamais l’attraper.",
        "Après `is`, écris `Error` ou une classe qui en hérite.",
    ),
    "Q5012": Entry(
        "J’ai trouvé `{name}` deux fois dans le même `check`.",
        "Garde un seul des deux.",
        {
            "all": (
                "J’ai trouvé deux blocs `detect` qui attrapent tout.",
                "Garde un seul des deux.",
            )
        },
    ),
    "Q5013": Entry(
        "Je lisais le parent `{name}`, et j’attendais entre `<` et `>` {expected} "
        "paramètres de type de cette classe.",
        "Écris les noms qui suivent le nom de cette classe.",
        {
            "one": (
                "Je lisais le parent `{name}`, et j’attendais entre `<` et `>` "
                "un paramètre de type de cette classe.",
                "Écris le nom qui suit le nom de cette classe.",
            ),
            "none": (
                "J’ai trouvé des types entre `<` et `>`, mais le parent `{name}` n’en attend pas.",
                "Écris `{name}` tout seul.",
            ),
            "diamond": (
                "J’ai suivi les parents et je suis arrivé à `{name}` par deux chemins, "
                "avec deux paramètres de type différents.",
                "Utilise le même paramètre de type sur les deux chemins.",
            ),
        },
    ),
    "Q5014": Entry(
        "J’ai trouvé `{name}`, une action `system`, "
        "mais seules les bibliothèques de Quorum en ont.",
        "Enlève `system` et écris les instructions de l’action.",
    ),
    "Q5015": Entry(
        "J’ai trouvé deux fois le parent `{name}`.",
        "Enlève l’un des deux.",
    ),
}
