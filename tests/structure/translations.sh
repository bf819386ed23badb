# The Swedish is whole: each sentence of the program has one, none is a guess.
check 'every sentence has a Swedish translation' models/locale/update.sh --missing
