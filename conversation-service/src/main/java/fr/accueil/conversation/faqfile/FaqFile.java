package fr.accueil.conversation.faqfile;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.accueil.conversation.faq.Faq;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// FAQs as a CSV file: a header that names the columns in any order, then one line each. Pure.
final class FaqFile {

    static final int LARGEST = 2 * 1024 * 1024;

    static final int MOST_LINES = 5000;

    private static final char MARK = '\uFEFF';
    private static final char[] SEPARATORS = {';', ',', '\t'};

    private FaqFile() {}

    /// As Excel opens it in France. What a spreadsheet would compute is made harmless.
    static byte[] write(List<Faq> faqs) {
        var text = new StringWriter();
        text.append(MARK);
        try (var csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord(Arrays.stream(Column.values()).map(Column::header).toList());
            faqs.forEach(it -> csv.writeRecord(cells(it)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(Faq faq) {
        return Stream.of(
                        faq.question(),
                        faq.answer(),
                        Cell.join(faq.variants()),
                        faq.category() == null ? "" : faq.category(),
                        faq.enabled() ? "oui" : "non")
                .map(Cell::harmless)
                .toList();
    }

    /// @throws FileRefused when its lines cannot be told apart, or the needed columns are not there
    static List<FaqLine> read(byte[] bytes) {
        var text = FileText.of(bytes);
        var lines = new ArrayList<FaqLine>();
        @Nullable Map<Column, Integer> columns = null;
        long at = 1;
        try (var csv = CsvReader.builder()
                .fieldSeparator(separatorOf(text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            for (var line : csv) {
                at = line.getStartingLineNumber();
                if (columns == null) {
                    columns = columnsOf(line);
                } else if (line.getFields().stream().anyMatch(it -> !it.isBlank())) {
                    lines.add(toLine(line, columns));
                }
                if (lines.size() > MOST_LINES) {
                    throw new FileRefused("Le fichier a plus de 5\u00a0000 lignes. Importez-le en plusieurs fois.");
                }
            }
        } catch (CsvParseException e) {
            throw new FileRefused(
                    "À partir de la ligne %d, le fichier n'est plus lisible : vérifiez que chaque guillemet ouvert est refermé."
                            .formatted(at));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (lines.isEmpty()) {
            throw new FileRefused("Le fichier ne contient aucune question.");
        }
        return lines;
    }

    /// What stands most often in the header.
    private static char separatorOf(String text) {
        var header = text.lines().findFirst().orElse("");
        char most = SEPARATORS[0];
        for (var separator : SEPARATORS) {
            if (count(header, separator) > count(header, most)) {
                most = separator;
            }
        }
        return most;
    }

    private static long count(String text, char character) {
        return text.chars().filter(it -> it == character).count();
    }

    private static Map<Column, Integer> columnsOf(CsvRecord header) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (int i = 0; i < header.getFieldCount(); i++) {
            var place = i;
            Column.named(header.getField(i)).ifPresent(column -> {
                if (columns.put(column, place) != null) {
                    throw new FileRefused("La colonne « %s » est là deux fois.".formatted(column.header()));
                }
            });
        }
        var missing = Column.NEEDED.stream()
                .filter(it -> !columns.containsKey(it))
                .map(it -> "« " + it.header() + " »")
                .collect(Collectors.joining(" et "));
        if (!missing.isEmpty()) {
            throw new FileRefused(
                    "La première ligne doit nommer les colonnes ; il manque %s. Partez du fichier d'exemple."
                            .formatted(missing));
        }
        return columns;
    }

    private static FaqLine toLine(CsvRecord line, Map<Column, Integer> columns) {
        var variants = cell(line, columns.get(Column.VARIANTS));
        return new FaqLine(
                line.getStartingLineNumber(),
                required(line, columns.get(Column.QUESTION)),
                required(line, columns.get(Column.ANSWER)),
                variants == null ? null : Cell.split(variants),
                cell(line, columns.get(Column.CATEGORY)),
                cell(line, columns.get(Column.ENABLED)));
    }

    private static String required(CsvRecord line, @Nullable Integer place) {
        var cell = cell(line, place);
        return cell == null ? "" : cell;
    }

    /// @return null where the file has no such column; nothing is written in what a short line leaves out
    private static @Nullable String cell(CsvRecord line, @Nullable Integer place) {
        if (place == null) {
            return null;
        }
        return place < line.getFieldCount() ? Cell.written(line.getField(place)) : "";
    }
}
