"""Les fichiers qu’on ne peut pas lire."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q0001": Entry(
        "Je lisais `{file}`, mais j’ai trouvé ici autre chose que du texte.",
        "Ouvre ton programme dans un éditeur de texte et enregistre-le comme texte simple.",
    ),
    "Q0002": Entry(
        "Je lisais `{file}`, mais je n’arrive pas à déchiffrer ce caractère : "
        "le fichier n’est pas enregistré en UTF-8.",
        "Ouvre le fichier dans ton éditeur et enregistre-le de nouveau avec l’encodage « UTF-8 ».",
        {
            "utf16": (
                "Je lisais `{file}`, mais il est enregistré en UTF-16 et je lis l’UTF-8.",
                "Ouvre le fichier dans ton éditeur et enregistre-le de nouveau "
                "avec l’encodage « UTF-8 ».",
            )
        },
    ),
    "Q0003": Entry(
        "J’attendais un programme à lire, mais je n’ai reçu aucun fichier.",
        "Donne-moi au moins un fichier.",
    ),
    "Q0004": Entry(
        "Je voulais lire `{file}`, mais je n’arrive pas à l’ouvrir.",
        "Vérifie le nom du fichier et le dossier où il se trouve.",
    ),
    "Q0005": Entry(
        "Je lisais `{file}`, mais il compte plus de {limit} caractères, et je m’arrête là.",
        "Mets-en des parties dans des classes, chacune dans un fichier à elle.",
    ),
}
