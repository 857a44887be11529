"""Every Chinese word that the door speaks, one file per part of it; the code names them, translators edit them."""
