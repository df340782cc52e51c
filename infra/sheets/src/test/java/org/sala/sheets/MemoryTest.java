package org.sala.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long tables are read and written in a JVM whose whole heap is smaller than what they hold. */
class MemoryTest {

    private static final int ROWS = 200_000;
    private static final int COLUMNS = 4;
    private static final int HEAP_MEGABYTES = 32;

    /** Of one cell; together they are more than the heap. */
    private static String text(int row, int column) {
        return "ឈ្មោះ %d %d និង %d".formatted(row * 2_654_435_761L, column, row * 1_099_511_628_211L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSV", "XLSX", "SHARED_TEXTS"})
    void longTablesNeedLittleMemory(String kind, @TempDir Path folder) throws Exception {
        var said = folder.resolve("said");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MEGABYTES + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryTest.class.getName(),
                        kind,
                        folder.resolve("table").toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
    }

    @Test
    void theHeapIsSmallerThanTheTexts() {
        var bytes = 0L;
        for (var row = 0; row < ROWS; row += 100) {
            bytes += 100L * COLUMNS * text(row, 0).getBytes(UTF_8).length;
        }
        assertThat(bytes).isGreaterThan((long) HEAP_MEGABYTES << 20);
    }

    /** In a JVM of its own. */
    static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[1]);
        try (var out = Files.newOutputStream(file)) {
            switch (arguments[0]) {
                case "SHARED_TEXTS" -> sharing().writeTo(out);
                default -> write(out, Format.valueOf(arguments[0]));
            }
        }
        var limits = Limits.DEFAULT.withRows(ROWS).withFileBytes(Files.size(file));
        var rows = 0;
        try (var table = Tables.open(file, limits)) {
            for (var row : table) {
                rows++;
                check(row.text(0).equals(text(rows, 0)) && row.text(COLUMNS - 1).equals(text(rows, COLUMNS - 1)));
            }
        }
        check(rows == ROWS);
        check(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax() <= (long) HEAP_MEGABYTES << 20);
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new AssertionError();
        }
    }

    private static void write(OutputStream out, Format format) {
        try (var writer = TableWriter.to(out, format)) {
            writer.sheet("long", List.of(Column.of("a"), Column.of("b")));
            for (var row = 1; row <= ROWS; row++) {
                var values = new Object[COLUMNS];
                for (var column = 0; column < COLUMNS; column++) {
                    values[column] = column == 2 ? LocalDate.EPOCH.plusDays(row) : text(row, column);
                }
                writer.row(values);
            }
        }
    }

    /** The texts in a part of their own, as Excel writes them. */
    private static Parts sharing() {
        return new Parts()
                .with(Parts.SHARED_TEXTS, out -> {
                    out.write("<sst>".getBytes(UTF_8));
                    for (var row = 0; row <= ROWS; row++) {
                        for (var column = 0; column < COLUMNS; column++) {
                            out.write(("<si><t>" + text(row, column) + "</t></si>").getBytes(UTF_8));
                        }
                    }
                    out.write("</sst>".getBytes(UTF_8));
                })
                .with(Parts.SHEET, out -> {
                    out.write("<worksheet><sheetData>".getBytes(UTF_8));
                    for (var row = 0; row <= ROWS; row++) {
                        var cells = new StringBuilder("<row>");
                        for (var column = 0; column < COLUMNS; column++) {
                            cells.append("<c t=\"s\"><v>")
                                    .append(row * COLUMNS + column)
                                    .append("</v></c>");
                        }
                        out.write(cells.append("</row>").toString().getBytes(UTF_8));
                    }
                    out.write("</sheetData></worksheet>".getBytes(UTF_8));
                });
    }
}
