package org.sala.ui.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sala.ui.language.FromText;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed into a form, field by field, as it came. {@link #toString()} shows nothing of it: it is about a
 * person.
 */
public record Typed(Map<String, List<String>> fields) {

    public static final Typed NOTHING = new Typed(Map.of());

    public Typed(MultiValueMap<String, String> fields) {
        this(Map.copyOf(fields));
    }

    /** What is in a field, without space around it and with single spaces in it; empty where nothing is. */
    public String text(String field) {
        return raw(field).strip().replaceAll("\\s+", " ");
    }

    /** The same with its lines. */
    public String lines(String field) {
        return raw(field).replace("\r\n", "\n").strip();
    }

    /** A day as browsers send it; empty where nothing is, or no day. */
    public Optional<LocalDate> day(String field) {
        return FromText.day(text(field));
    }

    /** Whether a box was ticked, or one of several choices taken. */
    public boolean has(String field, String value) {
        return fields.getOrDefault(field, List.of()).contains(value);
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    public <E extends Enum<E>> Optional<E> choice(Class<E> choices, String field) {
        return FromText.constant(choices.getEnumConstants(), text(field));
    }

    public Optional<UUID> id(String field) {
        return FromText.id(text(field));
    }

    public Optional<Integer> number(String field) {
        var text = text(field);
        return text.matches("[0-9]{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** A phone number with what people put between its digits made a space, and digits of Khmer script made Latin ones. */
    public String phone() {
        var number = new StringBuilder();
        for (var letter : text("phone").toCharArray()) {
            if (letter >= '០' && letter <= '៩') {
                number.append((char) (letter - '០' + '0'));
            } else {
                number.append("-.()/".indexOf(letter) >= 0 ? ' ' : letter);
            }
        }
        return number.toString().strip().replaceAll(" +", " ");
    }

    public String email() {
        return text("email").toLowerCase(Locale.ROOT);
    }

    private String raw(String field) {
        var given = fields.get(field);
        return given == null || given.isEmpty() ? "" : given.getFirst();
    }

    @Override
    public String toString() {
        return "Typed[hidden]";
    }
}
