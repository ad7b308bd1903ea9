"""Les fichiers qu’on ne peut pas lire."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q0001": Entry(
        "Je ne peux pas lire {file} : ce n’est pas un texte.",
        "Ouvre ton programme dans un éditeur de texte et enregistre-le comme texte simple.",
    ),
    "Q0002": Entry(
        "Je ne peux pas lire {file} : il y a ici un octet qui n’est pas du texte UTF-8.",
        "Enregistre le fichier avec l’encodage « UTF-8 ».",
        {
            "utf16": (
                "Je ne peux pas lire {file} : il a été enregistré en UTF-16.",
                "Enregistre le fichier avec l’encodage « UTF-8 ».",
            )
        },
    ),
    "Q0003": Entry("Je n’ai reçu aucun programme à lire.", "Donne-moi au moins un fichier."),
    "Q0004": Entry(
        "Je ne peux pas ouvrir le fichier {file}.",
        "Vérifie le nom du fichier et le dossier où il se trouve.",
    ),
}
