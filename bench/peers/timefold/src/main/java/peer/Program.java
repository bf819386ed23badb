package peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sets and tables of the data file of models/roster.mod, as words. */
final class Program {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private final Map<String, List<String>> words = new HashMap<>();

    Program(Path file) throws IOException {
        String text = Pattern.compile("(?m)^#.*$").matcher(Files.readString(file)).replaceAll("");
        for (String statement : text.split(";")) {
            int sign = statement.indexOf(":=");
            if (sign >= 0) {
                words.put(name(statement.substring(0, sign)), words(statement.substring(sign + 2)));
            }
        }
    }

    /** A set has its own name, a table that of its first column, which is in small letters. */
    private static String name(String head) {
        String[] parts = head.replace(":", " ").trim().split("\\s+");
        return parts[0].equals("set")
                ? parts[1]
                : Arrays.stream(parts).skip(1).filter(part -> Character.isLowerCase(part.charAt(0))).findFirst().get();
    }

    private static List<String> words(String body) {
        List<String> found = new ArrayList<>();
        for (Matcher m = WORD.matcher(body); m.find(); ) {
            found.add(m.group(1) != null ? m.group(1) : m.group(2));
        }
        return found;
    }

    /** Rows of a set or a table, so many words each: its key and its columns. */
    List<List<String>> rows(String name, int width) {
        List<String> all = words.get(name);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i += width) {
            rows.add(all.subList(i, i + width));
        }
        return rows;
    }

    int number(String name) {
        return Integer.parseInt(words.get(name).get(0));
    }
}
