"""Les noms des variables, des champs, des actions et des classes."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q3001": Entry(
        "J’ai trouvé `{name}`, mais je ne connais pas de variable de ce nom.",
        "Donne-lui d’abord une valeur, par exemple `{name} = 0`. "
        'Si c’est un texte, mets-le entre guillemets : `"{name}"`.',
        {
            "near": (
                "J’ai trouvé `{name}`, mais je ne connais pas de variable de ce nom.",
                "Voulais-tu écrire `{better}` ?",
            ),
            "word": (
                "J’ai trouvé `{name}`, mais Quorum ne connaît pas ce mot.",
                "En Quorum, écris `{better}`.",
            ),
            "object": (
                "J’ai trouvé `{name}`, mais je ne connais pas d’objet de ce nom.",
                "Déclare-le d’abord avec sa classe, par exemple `{class_name} {name}`.",
            ),
            "gone": (
                "J’ai trouvé `{name}`, mais la variable de la ligne {line} "
                "n’existe que dans son bloc.",
                "Donne-lui sa première valeur avant le bloc, alors elle est connue ici aussi.",
            ),
        },
    ),
    "Q3002": Entry(
        "Je cherchais un champ `{name}`, mais `{class_name}` n’en a pas de ce nom.",
        "Vérifie le nom. Une action s’écrit avec des parenthèses : `{name}()`.",
        {
            "near": (
                "Je cherchais un champ `{name}`, mais `{class_name}` n’en a pas de ce nom.",
                "Voulais-tu écrire `{better}` ?",
            ),
            "me": (
                "Je cherchais le champ `{name}`, mais la classe `{class_name}` ne le déclare pas.",
                "Déclare-le en haut de la classe, par exemple `integer {name} = 0`.",
            ),
            "inherited": (
                "J’ai trouvé `{name}`, un champ du parent `{owner}` ; "
                "par son seul nom, je ne le vois pas d’ici.",
                "Écris `parent:{owner}:{name}`.",
            ),
            "parent": (
                "Je cherchais un champ `{name}` dans `{class_name}`, "
                "mais il appartient à un de ses parents.",
                "Après l’objet, écris `{better}`.",
            ),
            "action": (
                "Je cherchais un champ `{name}`, mais dans `{class_name}` c’est une action.",
                "Écris-la avec des parenthèses : `{better}`.",
            ),
        },
    ),
    "Q3003": Entry(
        "Je cherchais une action `{name}`, mais `{class_name}` n’en a pas de ce nom.",
        "Vérifie le nom dans la liste des actions de `{class_name}`.",
        {
            "near": (
                "Je cherchais une action `{name}`, mais `{class_name}` n’en a pas de ce nom.",
                "Voulais-tu écrire `{better}` ?",
            ),
            "near_own": (
                "Je cherchais une action `{name}`, mais je ne l’ai pas trouvée dans ce programme.",
                "Voulais-tu écrire `{better}` ?",
            ),
            "own": (
                "Je cherchais une action `{name}`, mais je ne l’ai pas trouvée dans ce programme.",
                "Écris cette action, ou nomme l’objet qui la connaît : `objet:{name}()`.",
            ),
            "statement": (
                "Je cherchais une action `{name}`, mais je n’en connais pas.",
                "Voulais-tu écrire l’instruction `{better}` ? Elle s’écrit sans parenthèses.",
            ),
            "class": (
                "J’ai trouvé `{name}` avec des parenthèses, mais `{name}` est une classe : "
                "on ne peut pas l’appeler.",
                "Crée un objet de cette classe : `{name} {variable}`.",
            ),
            "field": (
                "J’ai trouvé `{name}` avec des parenthèses, mais dans `{class_name}` "
                "c’est un champ, pas une action.",
                "Enlève les parenthèses.",
            ),
            "blueprint": (
                "Je devais appeler `{name}` du parent `{class_name}`, "
                "mais c’est là-bas un modèle (blueprint), sans instructions.",
                "Appelle l’action sans `parent`.",
            ),
        },
    ),
    "Q3004": Entry(
        "Je lisais l’appel de `{name}`, mais cette action n’accepte pas ({found}).",
        "Elle attend ceci : `{expected}`.",
        {
            "several": (
                "Je lisais l’appel de `{name}`, mais cette action n’accepte pas ({found}).",
                "Elle attend une de ces formes : `{others}`.",
            ),
            "none": (
                "Je lisais l’appel de `{name}`, mais je n’ai rien trouvé entre ses parenthèses.",
                "Cette action attend ceci : `{expected}`.",
            ),
            "none_several": (
                "Je lisais l’appel de `{name}`, mais je n’ai rien trouvé entre ses parenthèses.",
                "Cette action attend une de ces formes : `{others}`.",
            ),
            "takes_none": (
                "Je lisais l’appel de `{name}` et je n’attendais rien entre ses parenthèses, "
                "mais j’ai trouvé ({found}).",
                "Écris `{name}()`.",
            ),
        },
    ),
    "Q3005": Entry(
        "J’ai trouvé `{name}`, mais je ne connais pas de classe ni de type de ce nom.",
        "Les types sont `integer`, `number`, `text`, `boolean` et les classes des lignes `use`.",
        {
            "near": (
                "J’ai trouvé `{name}`, mais je ne connais pas de classe ni de type de ce nom.",
                "Voulais-tu écrire `{better}` ?",
            ),
            "near_use": (
                "J’ai trouvé `{name}`, mais je ne connais pas de classe de ce nom.",
                "Voulais-tu écrire `{better}` ? Il faut une ligne `use` en haut du programme.",
            ),
            "primitive": (
                "J’ai trouvé le type `{name}`, mais Quorum ne le connaît pas.",
                "En Quorum, écris `{better}`.",
            ),
            "statement": (
                "Je lisais une instruction, mais je ne connais pas le mot `{name}`.",
                "Voulais-tu écrire `{better}` ?",
            ),
            "untyped": (
                "J’ai trouvé `{name}`, mais en Quorum une variable n’a pas besoin de ce mot.",
                "Écris seulement le nom, `=` et la valeur, par exemple `x = 5`.",
            ),
        },
    ),
    "Q3006": Entry(
        "J’ai trouvé la classe `{name}` : je la connais, "
        "mais le programme ne l’utilise pas encore.",
        "Écris tout en haut du programme : `{better}`",
    ),
    "Q3007": Entry(
        "Je cherchais la bibliothèque `{name}`, mais je ne la connais pas.",
        "Vérifie le nom de la bibliothèque.",
        {
            "near": (
                "Je cherchais la bibliothèque `{name}`, mais je ne la connais pas.",
                "Voulais-tu écrire `{better}` ?",
            )
        },
    ),
    "Q3008": Entry(
        "Je connais deux classes `{name}`, et je ne sais pas laquelle tu veux : "
        "`{one}` ou `{other}`.",
        "Écris le nom complet de celle que tu veux, par exemple `{one}`.",
    ),
    "Q3009": Entry(
        "Je connais déjà une variable `{name}`, de la ligne {line}.",
        "Choisis un autre nom. Pour changer sa valeur, écris seulement `{name} = ...`, "
        "sans le type.",
    ),
    "Q3010": Entry(
        "J’ai trouvé deux paramètres du même nom, `{name}`.",
        "Choisis un autre nom pour l’un des deux.",
    ),
    "Q3011": Entry(
        "Je connais déjà une action `{name}` sans paramètres dans cette classe.",
        "Choisis un autre nom, ou enlève l’une des deux.",
        {
            "types": (
                "Je connais déjà une action `{name}` avec les paramètres ({types}) "
                "dans cette classe.",
                "Choisis un autre nom, ou enlève l’une des deux.",
            )
        },
    ),
    "Q3012": Entry(
        "Je connais déjà une classe `{name}` dans ce programme.",
        "Choisis un autre nom pour l’une des deux.",
    ),
    "Q3013": Entry(
        "Je connais déjà un champ `{name}` dans cette classe.",
        "Choisis un autre nom, ou enlève l’un des deux.",
    ),
    "Q3014": Entry(
        "J’ai trouvé `{name}` ici, avant sa première valeur.",
        "Donne-lui une valeur dans une ligne plus haut.",
    ),
    "Q3015": Entry(
        "J’ai trouvé deux actions qui acceptent aussi bien l’une que l’autre ({found}) : "
        "`{one}` et `{other}`.",
        "Utilise `cast` pour dire clairement quel type tu veux.",
    ),
    "Q3016": Entry(
        "J’ai trouvé le champ `{name}`, mais il est privé : "
        "seule la classe `{class_name}` peut s’en servir.",
        "Écris `public` devant le champ, ou appelle une action de la classe.",
    ),
    "Q3017": Entry(
        "J’ai trouvé l’action `{name}`, mais elle est privée : "
        "seule la classe `{class_name}` peut l’appeler.",
        "Enlève `private` devant l’action, ou appelle une autre action.",
    ),
    "Q3018": Entry(
        "Je cherchais le parent `{name}`, mais `{class_name}` n’en hérite pas.",
        "Après `parent:`, écris une classe qui se trouve après `is`.",
    ),
    "Q3019": Entry(
        "Je cherchais une variable `{name}`, mais c’est une action.",
        "Écris-la avec des parenthèses : `{name}()`.",
    ),
    "Q3020": Entry(
        "J’ai trouvé la classe `{name}`, mais j’attendais ici un objet.",
        "Crée d’abord un objet : `{name} {variable}`. Ensuite, écris ici `{variable}`.",
    ),
}
