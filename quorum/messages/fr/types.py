"""Les valeurs et leurs types."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q4001": Entry(
        "`{operator}` ne va pas avec {left} et {right}.",
        "Il faut deux valeurs qui vont ensemble, par exemple deux nombres ou deux textes.",
        {
            "text_number": (
                "`{operator}` ne va pas avec {left} et {right}.",
                "Transforme d’abord le texte en nombre : `cast({numeric}, ...)`.",
            ),
            "logic": (
                "`{operator}` attend deux conditions, mais j’ai trouvé {left} et {right}.",
                "Écris une comparaison des deux côtés, par exemple `x > 0 {operator} x < 10`.",
            ),
            "boolean": (
                "`{operator}` ne va pas avec {left} et {right}.",
                "Un boolean vaut true ou false : il s’utilise avec `and`, `or`, `not` ou `=`.",
            ),
            "object": (
                "`{operator}` ne va pas avec {left} et {right}.",
                "Un objet n’est pas une valeur : "
                "appelle une de ses actions, par exemple `GetValue()`.",
            ),
            "classes": (
                "Je ne peux pas comparer {left} avec {right} : ce sont deux classes différentes.",
                "Demande la classe avec `is`, ou utilise `cast` pour avoir deux fois la même.",
            ),
            "undefined": (
                "`{operator}` ne va pas avec {left} et {right}.",
                "Seuls un texte ou un objet peuvent être `undefined`, "
                "et seuls `=` et `not=` le demandent.",
            ),
        },
    ),
    "Q4002": Entry(
        "Je ne peux pas mettre de signe moins devant un {found}.",
        "Mets-le devant un integer ou un number.",
        {
            "not": (
                "Je ne peux pas mettre `not` devant un {found}.",
                "`not` va avec une condition. Avec une comparaison, il faut des parenthèses : "
                "`not (a = b)`.",
            )
        },
    ),
    "Q4003": Entry(
        "`{name}` contient un {expected}, mais cette valeur est de type {found}.",
        "Écris une valeur de type {expected}.",
        {
            "to_text": (
                "`{name}` contient un {expected}, mais cette valeur est de type {found}.",
                "Transforme la valeur en texte : `cast(text, ...)`.",
            ),
            "from_text": (
                "`{name}` contient un {expected}, mais cette valeur est un texte.",
                "Transforme le texte en valeur : `cast({expected}, ...)`. "
                "Un nombre s’écrit sans guillemets.",
            ),
            "truncate": (
                "`{name}` contient un {expected}, mais cette valeur est un nombre à virgule.",
                "Déclare `{name}` comme number, ou enlève les décimales : `cast(integer, ...)`.",
            ),
            "box": (
                "`{name}` contient un objet de la classe {expected}, "
                "mais cette valeur est de type {found}.",
                "Écris `cast({expected}, ...)`, si la classe peut contenir une telle valeur.",
            ),
            "unbox": (
                "`{name}` contient un {expected}, "
                "mais cette valeur est un objet de la classe {found}.",
                "Appelle une action de l’objet qui donne un {expected}, par exemple `GetValue()`.",
            ),
            "undefined": (
                "`{name}` contient un {expected} : il ne peut pas être `undefined`.",
                "Écris une valeur de type {expected}.",
            ),
        },
    ),
    "Q4004": Entry(
        "Je ne vois pas quel type donner à `{name}`.",
        "Écris le type devant le nom : `{type} {name} = ...`",
        {
            "object": (
                "Je ne choisis pas moi-même le type d’une variable pour des objets.",
                "Écris la classe devant le nom : `{type} {name} = ...`",
            ),
            "undefined": (
                "`undefined` ne dit pas quel est le type de `{name}`.",
                "Écris le type devant le nom, par exemple `text {name} = undefined`.",
            ),
        },
    ),
    "Q4005": Entry(
        "`{name}` a besoin d’une première valeur.",
        "Écris par exemple `{type} {name} = {example}`.",
    ),
    "Q4006": Entry(
        "`{name}` est une constante (ligne {line}) : elle ne peut pas changer.",
        "Enlève là-bas le mot `constant`, ou utilise une autre variable.",
        {
            "field": (
                "`{name}` est une constante : elle ne peut pas changer.",
                "Enlève le mot `constant` dans sa déclaration, ou utilise une autre variable.",
            )
        },
    ),
    "Q4007": Entry(
        "Après `{word}`, j’attendais une condition, mais ceci est de type {found}.",
        "Une condition est vraie ou fausse, par exemple `x = 5`.",
        {
            "number": (
                "Après `{word}`, j’attendais une condition, mais ceci est de type {found}.",
                "Compare la valeur avec quelque chose, par exemple `x > 0`.",
            )
        },
    ),
    "Q4008": Entry(
        "Avant `times`, j’attendais un integer, mais ceci est de type {found}.",
        "Écris un nombre entier comme 3, ou utilise `cast(integer, ...)`.",
    ),
    "Q4009": Entry(
        "Après `{word}`, j’attendais une condition, mais ceci est de type {found}.",
        "Une condition est vraie ou fausse, par exemple `x < 10`.",
        {
            "number": (
                "Après `{word}`, j’attendais une condition, mais ceci est de type {found}.",
                "Compare la valeur avec quelque chose, par exemple `x < 10`. "
                "Pour répéter un certain nombre de fois, écris `repeat 10 times`.",
            )
        },
    ),
    "Q4010": Entry(
        "`{word}` ne peut pas montrer un objet de la classe {type}.",
        "Appelle une action de l’objet qui donne un texte ou un nombre.",
        {
            "undefined": (
                "`{word}` ne peut pas montrer `undefined`.",
                "Écris un texte, un nombre ou une variable.",
            )
        },
    ),
    "Q4011": Entry(
        "Je ne peux pas transformer un {found} en {expected}.",
        "`cast` passe d’integer, number ou text à un autre de ces types, et de text à boolean.",
        {
            "object": (
                "Je ne peux pas transformer un objet de la classe {found} en {expected}.",
                "Appelle une action de l’objet qui donne un {expected}.",
            )
        },
    ),
    "Q4012": Entry(
        "Un objet {found} ne peut jamais être un {expected} : "
        "les deux classes n’ont rien en commun.",
        "Après `is`, il y a une classe qui hérite de {found}.",
        {
            "primitive": (
                "`is` demande la classe d’un objet, mais ceci est de type {found}.",
                "Compare une valeur avec `=`.",
            )
        },
    ),
    "Q4013": Entry(
        "L’action `{name}` ne donne pas de résultat : on ne peut pas l’utiliser comme valeur.",
        "Appelle-la sur une ligne à elle, ou écris `returns` et un type après son nom.",
        {
            "chain": (
                "L’action juste avant ne donne pas de résultat : rien ne peut la suivre.",
                "Appelle les deux actions sur deux lignes.",
            )
        },
    ),
    "Q4014": Entry(
        "L’action `{name}` renvoie un {expected}, mais cette valeur est de type {found}.",
        "Renvoie une valeur de type {expected}.",
        {
            "to_text": (
                "L’action `{name}` renvoie un {expected}, mais cette valeur est de type {found}.",
                "Transforme la valeur en texte : `cast(text, ...)`.",
            ),
            "from_text": (
                "L’action `{name}` renvoie un {expected}, mais cette valeur est un texte.",
                "Transforme le texte en valeur : `cast({expected}, ...)`.",
            ),
            "truncate": (
                "L’action `{name}` renvoie un {expected}, "
                "mais cette valeur est un nombre à virgule.",
                "Écris `returns number`, ou enlève les décimales : `cast(integer, ...)`.",
            ),
            "box": (
                "L’action `{name}` renvoie un objet de la classe {expected}, "
                "mais cette valeur est de type {found}.",
                "Écris `cast({expected}, ...)`, si la classe peut contenir une telle valeur.",
            ),
            "unbox": (
                "L’action `{name}` renvoie un {expected}, "
                "mais cette valeur est un objet de la classe {found}.",
                "Appelle une action de l’objet qui donne un {expected}.",
            ),
            "undefined": (
                "L’action `{name}` renvoie un {expected} : elle ne peut pas renvoyer `undefined`.",
                "Renvoie une valeur de type {expected}.",
            ),
        },
    ),
    "Q4015": Entry(
        "L’action `{name}` doit renvoyer un {expected} : `return now` ne suffit pas.",
        "Écris `return` et une valeur.",
    ),
    "Q4016": Entry(
        "L’action `{name}` ne renvoie rien, mais ici elle renvoie un {found}.",
        "Écris `returns {found}` après les paramètres de l’action, ou écris `return now`.",
    ),
    "Q4017": Entry(
        "`alert` attend un texte ou une erreur, mais ceci est de type {found}.",
        'Écris un texte entre guillemets, par exemple alert("Trop loin !").',
    ),
    "Q4018": Entry(
        "Une valeur de type {type} n’a pas de champ `{name}`.",
        "Tu penses peut-être à une action : `{name}()`.",
    ),
    "Q4019": Entry(
        "`{name}` appartient aux objets ; on ne peut pas l’appeler sur un simple {type}.",
        "Utilise la valeur elle-même ; pour la changer, écris `=`.",
    ),
    "Q4020": Entry(
        "Je ne peux pas appeler `{name}` sur `undefined`.",
        "Appelle l’action sur un objet.",
    ),
    "Q4021": Entry(
        "`input` attend un texte à montrer, mais ceci est de type {found}.",
        "Écris une question entre guillemets.",
    ),
    "Q4022": Entry(
        "La classe `{name}` attend {expected} type(s) entre `<` et `>`, mais j’en ai trouvé "
        "{found}.",
        "Écris un type pour chacun, par exemple `{name}<integer>`.",
        {
            "none": (
                "La classe `{name}` n’attend pas de types entre `<` et `>`.",
                "Écris `{name}` tout seul.",
            ),
            "raw": (
                "Je ne sais pas quelles valeurs contient ce `{name}`.",
                "Écris le type dans sa déclaration, par exemple `{name}<integer>`.",
            ),
        },
    ),
    "Q4023": Entry(
        "Je ne peux pas créer un objet du type `{type}` : il remplace n’importe quelle classe.",
        "Écris `{type} {name} = undefined`.",
    ),
}
