package org.sala.ui.registering;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.Contact;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationCommand.ReviseParticipant;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.RegistrationRejected;
import org.sala.ui.language.Words;
import org.sala.ui.pages.Typed;
import org.springframework.util.LinkedMultiValueMap;

/** Who somebody says they are. {@link #toString()} shows nothing of it. */
record Who(
        @Nullable OrganizationId organization,
        PersonName name,
        Contact contact,
        ParticipantRole role,
        Gender gender,
        AgeBand ageBand,
        @Nullable Boolean disability,
        Language language) {

    private static final ParticipantId ANYBODY = new ParticipantId(new UUID(0, 0));
    private static final PersonName ANY_NAME = new PersonName(null, "A");
    private static final Contact ANY_CONTACT = new Contact(null, "a@example.org");

    /**
     * Reads a form.
     *
     * @param wrong takes what is wrong, by the field; where anything is, the answer is empty
     */
    static Optional<Who> read(Typed typed, OpenSummit summit, Locale locale, Map<String, String> wrong) {
        var found = new LinkedHashMap<String, String>();
        var name = new PersonName(orAbsent(typed.text("km")), orAbsent(typed.text("latin")));
        var contact = new Contact(orAbsent(typed.phone()), orAbsent(typed.email()));
        if (name.km() == null && name.latin() == null) {
            say(found, "km", "name", locale);
        }
        if (name.km() != null && !fits(new PersonName(name.km(), null), ANY_CONTACT)) {
            say(found, "km", "name-form", locale);
        }
        if (name.latin() != null && !fits(new PersonName(null, name.latin()), ANY_CONTACT)) {
            say(found, "latin", "name-form", locale);
        }
        if (contact.phone() == null && contact.email() == null) {
            say(found, "phone", "contact", locale);
        }
        if (contact.phone() != null && !fits(ANY_NAME, new Contact(contact.phone(), null))) {
            say(found, "phone", "phone-form", locale);
        }
        if (contact.email() != null && !fits(ANY_NAME, new Contact(null, contact.email()))) {
            say(found, "email", "email-form", locale);
        }
        var organization = typed.id("organization").map(OrganizationId::new);
        if (organization.isPresent()
                && summit.organizations().stream()
                        .noneMatch(each -> each.id().equals(organization.get().value()))) {
            say(found, "organization", "organization-unknown", locale);
        }
        var role = typed.choice(ParticipantRole.class, "role");
        if (role.isEmpty()) {
            choose(found, "role", locale);
        }
        if (organization.isEmpty() && role.isPresent() && role.get() == ParticipantRole.CSO_MEMBER) {
            say(found, "organization", "organization", locale);
        }
        var gender = typed.choice(Gender.class, "gender");
        if (gender.isEmpty()) {
            choose(found, "gender", locale);
        }
        var ageBand = typed.choice(AgeBand.class, "age");
        if (ageBand.isEmpty()) {
            choose(found, "age", locale);
        }
        var language = typed.choice(Language.class, "speaks");
        if (language.isEmpty()) {
            choose(found, "speaks", locale);
        }
        wrong.putAll(found);
        if (!found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Who(
                organization.orElse(null),
                name,
                contact,
                role.orElseThrow(),
                gender.orElseThrow(),
                ageBand.orElseThrow(),
                disability(typed),
                language.orElseThrow()));
    }

    private static @Nullable Boolean disability(Typed typed) {
        return switch (typed.text("disability")) {
            case "yes" -> true;
            case "no" -> false;
            default -> null;
        };
    }

    /** What a form shows of a person before they change anything. */
    static Typed typed(Person person) {
        var fields = new LinkedMultiValueMap<String, String>();
        person.name().shown().ifPresent(name -> {
            fields.set("km", orEmpty(name.km()));
            fields.set("latin", orEmpty(name.latin()));
        });
        person.contact().shown().ifPresent(contact -> {
            fields.set("phone", orEmpty(contact.phone()));
            fields.set("email", orEmpty(contact.email()));
        });
        var organization = person.organization();
        fields.set("organization", organization == null ? "" : organization.toString());
        fields.set("role", person.role().name());
        fields.set("gender", person.gender().name());
        fields.set("age", person.ageBand().name());
        fields.set("speaks", person.language().name());
        Optional.ofNullable(person.disability())
                .flatMap(Personal::shown)
                .ifPresent(disability -> fields.set("disability", disability ? "yes" : "no"));
        return new Typed(fields);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orAbsent(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Whether registration takes these for a name and a contact; only it knows what it takes. */
    private static boolean fits(PersonName name, Contact contact) {
        try {
            return new ReviseParticipant(
                            ANYBODY,
                            null,
                            name,
                            contact,
                            ParticipantRole.COACH,
                            Gender.ANOTHER,
                            AgeBand.PREFERS_NOT_TO_SAY,
                            null,
                            Language.KM)
                    .participant()
                    .equals(ANYBODY);
        } catch (RegistrationRejected malformed) {
            return false;
        }
    }

    private static void choose(Map<String, String> wrong, String field, Locale locale) {
        wrong.put(field, Words.of(locale, "registering.wrong.choose", Words.of(locale, "registering." + field)));
    }

    private static void say(Map<String, String> wrong, String field, String key, Locale locale) {
        wrong.putIfAbsent(field, Words.of(locale, "registering.wrong." + key));
    }

    @Override
    public String toString() {
        return "Who[hidden]";
    }
}
