"""Les valeurs et leurs types."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q4001": Entry(
        "J’ai trouvé `{operator}` entre {a_left} et {a_right}, et cela ne va pas ensemble.",
        "Écris deux valeurs qui vont ensemble, par exemple deux nombres ou deux textes.",
        {
            "text_number": (
                "J’ai trouvé `{operator}` entre {a_left} et {a_right}, et cela ne va pas ensemble.",
                "Transforme d’abord le texte en nombre : `cast({numeric}, ...)`.",
            ),
            "logic": (
                "J’attendais une condition des deux côtés de `{operator}`, "
                "mais j’ai trouvé {a_left} et {a_right}.",
                "Écris une comparaison des deux côtés, par exemple `x > 0 {operator} x < 10`.",
            ),
            "boolean": (
                "J’ai trouvé `{operator}` entre {a_left} et {a_right}, et cela ne va pas ensemble.",
                "Un boolean vaut true ou false : il s’utilise avec `and`, `or`, `not` ou `=`.",
            ),
            "object": (
                "J’ai trouvé `{operator}` entre {a_left} et {a_right}, et cela ne va pas ensemble.",
                "Un objet n’est pas une valeur : "
                "appelle une de ses actions, par exemple `GetValue()`.",
            ),
            "classes": (
                "Je devais comparer {a_left} avec {a_right}, "
                "mais il me faut deux fois la même classe.",
                "Demande la classe avec `is`, ou utilise `cast` pour avoir deux fois la même.",
            ),
            "undefined": (
                "J’ai trouvé `{operator}` entre {a_left} et {a_right}, et cela ne va pas ensemble.",
                "Seuls un texte ou un objet peuvent être `undefined`, "
                "et seuls `=` et `not=` le demandent.",
            ),
        },
    ),
    "Q4002": Entry(
        "Après le signe moins, j’attendais un entier ou un nombre, mais j’ai trouvé {a_found}.",
        "Mets le signe moins devant un entier ou un nombre.",
        {
            "not": (
                "Après `not`, j’attendais une condition, mais j’ai trouvé {a_found}.",
                "Mets une comparaison entre parenthèses : `not (a = b)`.",
            )
        },
    ),
    "Q4003": Entry(
        "`{name}` garde {a_expected}, mais j’ai trouvé {a_found}.",
        "Écris {a_expected} après le `=`.",
        {
            "to_text": (
                "`{name}` garde {a_expected}, mais j’ai trouvé {a_found}.",
                "Transforme la valeur en texte : `cast(text, ...)`.",
            ),
            "from_text": (
                "`{name}` garde {a_expected}, mais j’ai trouvé un texte.",
                "Transforme le texte en valeur : `cast({expected}, ...)`. "
                "Un nombre s’écrit sans guillemets.",
            ),
            "truncate": (
                "`{name}` garde {a_expected}, mais j’ai trouvé un nombre à virgule.",
                "Déclare `{name}` comme `number`, ou enlève les décimales : `cast(integer, ...)`.",
            ),
            "box": (
                "`{name}` garde {a_expected}, mais j’ai trouvé {a_found}.",
                "Écris `cast({expected}, ...)`, si la classe peut contenir une telle valeur.",
            ),
            "unbox": (
                "`{name}` garde {a_expected}, mais j’ai trouvé {a_found}.",
                "Appelle une action de l’objet qui donne {a_expected}, par exemple `GetValue()`.",
            ),
            "undefined": (
                "`{name}` garde {a_expected}, et cela ne peut jamais être `undefined`.",
                "Écris {a_expected} après le `=`.",
            ),
        },
    ),
    "Q4004": Entry(
        "Je cherchais un type pour `{name}`, mais cette valeur ne le montre pas clairement.",
        "Écris le type devant le nom : `{type} {name} = ...`.",
        {
            "object": (
                "Je cherchais un type pour `{name}` ; "
                "pour un objet, je ne le choisis pas moi-même.",
                "Écris la classe devant le nom : `{type} {name} = ...`.",
            ),
            "undefined": (
                "Je cherchais un type pour `{name}`, mais `undefined` ne le montre pas.",
                "Écris le type devant le nom, par exemple `text {name} = undefined`.",
            ),
        },
    ),
    "Q4005": Entry(
        "Je lisais la variable `{name}`, mais je n’ai pas trouvé sa première valeur.",
        "Écris par exemple `{type} {name} = {example}`.",
    ),
    "Q4006": Entry(
        "J’ai trouvé une nouvelle valeur pour `{name}`, mais c’est une constante (ligne {line}).",
        "Enlève là-bas le mot `constant`, ou utilise une autre variable.",
        {
            "field": (
                "J’ai trouvé une nouvelle valeur pour `{name}`, mais c’est une constante.",
                "Enlève le mot `constant` dans sa déclaration, ou utilise une autre variable.",
            )
        },
    ),
    "Q4007": Entry(
        "Après `{word}`, j’attendais une condition, mais j’ai trouvé {a_found}.",
        "Une condition est vraie ou fausse, par exemple `x = 5`.",
        {
            "number": (
                "Après `{word}`, j’attendais une condition, mais j’ai trouvé {a_found}.",
                "Compare la valeur avec quelque chose, par exemple `x > 0`.",
            )
        },
    ),
    "Q4008": Entry(
        "Avant `times`, j’attendais un entier, mais j’ai trouvé {a_found}.",
        "Écris un nombre entier comme 3, ou utilise `cast(integer, ...)`.",
    ),
    "Q4009": Entry(
        "Après `{word}`, j’attendais une condition, mais j’ai trouvé {a_found}.",
        "Une condition est vraie ou fausse, par exemple `x < 10`.",
        {
            "number": (
                "Après `{word}`, j’attendais une condition, mais j’ai trouvé {a_found}.",
                "Compare la valeur avec quelque chose, par exemple `x < 10`. "
                "Pour répéter un certain nombre de fois, écris `repeat 10 times`.",
            )
        },
    ),
    "Q4010": Entry(
        "`{word}` montre des textes, des nombres et des booleans, mais j’ai trouvé {a_type}.",
        "Appelle une action de l’objet qui donne un texte ou un nombre.",
        {
            "undefined": (
                "`{word}` montre des textes, des nombres et des booleans, "
                "mais j’ai trouvé `undefined`.",
                "Écris un texte, un nombre ou une variable.",
            )
        },
    ),
    "Q4011": Entry(
        "Je lisais `cast`, mais je ne peux pas transformer {a_found} en {a_expected}.",
        "`cast` passe d’integer, number ou text à un autre de ces types, et de text à boolean.",
        {
            "object": (
                "Je lisais `cast`, mais je ne peux pas transformer {a_found} en {a_expected}.",
                "Appelle une action de l’objet qui donne {a_expected}.",
            )
        },
    ),
    "Q4012": Entry(
        "Je lisais `is`, mais {a_found} ne peut jamais être {a_expected} : "
        "les deux classes n’ont rien en commun.",
        "Après `is`, écris une classe qui hérite de `{found}`.",
        {
            "primitive": (
                "Je lisais `is` et j’attendais un objet devant, mais j’ai trouvé {a_found}.",
                "Compare une valeur avec `=`.",
            )
        },
    ),
    "Q4013": Entry(
        "J’attendais ici une valeur, mais l’action `{name}` n’en donne pas.",
        "Appelle-la sur une ligne à elle, ou écris `returns` et un type après son nom.",
        {
            "chain": (
                "J’attendais un objet devant le `:`, "
                "mais l’action qui s’y trouve ne donne pas de résultat.",
                "Appelle les deux actions sur deux lignes.",
            )
        },
    ),
    "Q4014": Entry(
        "L’action `{name}` renvoie {a_expected}, mais j’ai trouvé {a_found}.",
        "Écris {a_expected} après `return`.",
        {
            "to_text": (
                "L’action `{name}` renvoie {a_expected}, mais j’ai trouvé {a_found}.",
                "Transforme la valeur en texte : `cast(text, ...)`.",
            ),
            "from_text": (
                "L’action `{name}` renvoie {a_expected}, mais j’ai trouvé un texte.",
                "Transforme le texte en valeur : `cast({expected}, ...)`.",
            ),
            "truncate": (
                "L’action `{name}` renvoie {a_expected}, mais j’ai trouvé un nombre à virgule.",
                "Écris `returns number`, ou enlève les décimales : `cast(integer, ...)`.",
            ),
            "box": (
                "L’action `{name}` renvoie {a_expected}, mais j’ai trouvé {a_found}.",
                "Écris `cast({expected}, ...)`, si la classe peut contenir une telle valeur.",
            ),
            "unbox": (
                "L’action `{name}` renvoie {a_expected}, mais j’ai trouvé {a_found}.",
                "Appelle une action de l’objet qui donne {a_expected}.",
            ),
            "undefined": (
                "L’action `{name}` renvoie {a_expected}, et cela ne peut jamais être `undefined`.",
                "Écris {a_expected} après `return`.",
            ),
        },
    ),
    "Q4015": Entry(
        "J’ai trouvé `return now`, mais l’action `{name}` doit renvoyer {a_expected}.",
        "Écris `return` et une valeur.",
    ),
    "Q4016": Entry(
        "J’ai trouvé {a_found} après `return`, mais l’action `{name}` ne renvoie rien.",
        "Écris `returns {found}` après les paramètres de l’action, ou ici `return now`.",
        {
            "main": (
                "J’ai trouvé {a_found} après `return`, mais `{name}` ne peut rien renvoyer.",
                "Écris `return now` pour finir ici.",
            )
        },
    ),
    "Q4017": Entry(
        "Je lisais `alert` et j’attendais un texte ou une erreur, mais j’ai trouvé {a_found}.",
        'Écris un texte entre guillemets, par exemple `alert("Trop loin !")`.',
    ),
    "Q4018": Entry(
        "Je cherchais le champ `{name}`, mais {a_type} n’a pas de champs.",
        "Tu penses peut-être à une action : `{name}()`.",
    ),
    "Q4019": Entry(
        "J’ai trouvé `{name}`, une action des objets, mais elle est appelée ici sur {a_type}.",
        "Utilise la valeur elle-même ; pour la changer, écris `=`.",
    ),
    "Q4021": Entry(
        "Je lisais `input` et j’attendais un texte à montrer, mais j’ai trouvé {a_found}.",
        "Écris une question entre guillemets.",
    ),
    "Q4022": Entry(
        "Je lisais la classe `{name}`, qui attend {expected} types entre `<` et `>`, "
        "mais j’en ai trouvé {found}.",
        "Écris {expected} types, séparés par des virgules, par exemple `{name}<integer, text>`.",
        {
            "one": (
                "Je lisais la classe `{name}`, qui attend un seul type entre `<` et `>`, "
                "mais j’en ai trouvé {found}.",
                "Écris un seul type, par exemple `{name}<integer>`.",
            ),
            "none": (
                "J’ai trouvé des types entre `<` et `>`, mais la classe `{name}` n’en attend pas.",
                "Écris `{name}` tout seul.",
            ),
            "raw": (
                "J’ai trouvé la classe `{name}`, "
                "mais je ne sais pas quelles valeurs elle contient.",
                "Écris le type dans sa déclaration, par exemple `{name}<integer>`.",
            ),
        },
    ),
    "Q4023": Entry(
        "Je devais créer un objet du type `{type}`, mais il remplace n’importe quelle classe.",
        "Écris `{type} {name} = undefined`.",
    ),
}
