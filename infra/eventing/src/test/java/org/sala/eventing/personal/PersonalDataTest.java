package org.sala.eventing.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sala.eventing.personal.Members.JSON;
import static org.sala.eventing.personal.Members.NAMES;
import static org.sala.eventing.personal.Members.json;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.eventing.Erasures;
import org.sala.eventing.EventNames;
import org.sala.personal.Personal;
import org.sala.personal.Personal.Reason;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.node.ObjectNode;

class PersonalDataTest {

    private static final String JOINED = "club.member-joined";
    private static final String EVENT = UUID.randomUUID().toString();
    private static final Members.Joined DARA =
            new Members.Joined("member-7", Personal.of("Sok Dara"), Personal.of(true));

    @TempDir
    Path folder;

    private KeysOfAClub club;
    private PersonalData data;

    @BeforeEach
    void start() {
        club = new KeysOfAClub(folder);
        data = club.data();
    }

    @AfterEach
    void stop() {
        club.close();
    }

    private static Members.Joined read(byte[] payload) {
        return JSON.readValue(payload, Members.Joined.class);
    }

    private static Personal<String> nameIn(byte[] opened) {
        return read(opened).name();
    }

    @Test
    void whatIsPersonalIsNowhereInWhatIsStored() {
        var stored = data.seal(EVENT, JOINED, json(DARA));

        assertThat(new String(stored, StandardCharsets.UTF_8))
                .contains("member-7")
                .doesNotContain("Dara")
                .doesNotContain("true");
        assertThat(read(data.open(EVENT, JOINED, stored))).isEqualTo(DARA);
        assertThat(read(club.data().open(EVENT, JOINED, stored)))
                .as("in a process that starts later")
                .isEqualTo(DARA);
    }

    @Test
    void theSameIsNeverStoredTheSame() {
        assertThat(data.seal(EVENT, JOINED, json(DARA))).isNotEqualTo(data.seal(EVENT, JOINED, json(DARA)));
    }

    @Test
    void aLengthTellsNothing() {
        var no = new Members.Joined("member-7", Personal.of("Li"), Personal.of(false));

        assertThat(data.seal(EVENT, JOINED, json(DARA))).hasSameSizeAs(data.seal(EVENT, JOINED, json(no)));
    }

    @Test
    void whoeverHasNoKeysReadsAPlaceholder() {
        assertThat(nameIn(data.seal(EVENT, JOINED, json(DARA)))).isEqualTo(Personal.hidden(Reason.SEALED));
    }

    @Test
    void whatHoldsNothingPersonalPassesUntouched() {
        var door = json(new Members.DoorOpened("north"));

        assertThat(data.seal(EVENT, "club.door-opened", door)).isSameAs(door);
        assertThat(data.open(EVENT, "club.door-opened", door)).isSameAs(door);
        assertThat(club.started().count()).isZero();
    }

    @Test
    void listsAndWhatNobodySignedAreSealedToo() {
        for (var by : new String[] {"member-7", null}) {
            var said = new Members.Said("board-1", by, List.of(Personal.of("one"), Personal.of("two")));
            var stored = data.seal(EVENT, "club.things-said", json(said));

            assertThat(new String(stored, StandardCharsets.UTF_8))
                    .doesNotContain("one")
                    .doesNotContain("two");
            assertThat(JSON.readValue(data.open(EVENT, "club.things-said", stored), Members.Said.class))
                    .isEqualTo(said);
        }
    }

    @Test
    void anErasedPersonIsAPlaceholderAndNobodyElseIs() {
        var other = new Members.Joined("member-8", Personal.of("Chan Thida"), null);
        var hers = data.seal(EVENT, JOINED, json(other));
        var his = data.seal(EVENT, JOINED, json(DARA));

        var keys = club.started();
        assertThat(keys.destroy("member-7")).isTrue();
        assertThat(keys.destroy("member-7")).isFalse();

        var reader = PersonalData.with(keys, NAMES);
        assertThat(nameIn(reader.open(EVENT, JOINED, his))).isEqualTo(Personal.hidden(Reason.ERASED));
        assertThat(read(reader.open(EVENT, JOINED, hers))).isEqualTo(other);
        assertThatThrownBy(() -> reader.seal(EVENT, JOINED, json(DARA)))
                .isInstanceOf(SubjectKeys.CannotSeal.class)
                .hasMessageContaining("ERASED");
    }

    private static final String DETAILS = "club.details-given";
    private static final Members.DetailsGiven GIVEN = new Members.DetailsGiven(
            "member-7",
            Personal.of("Sok Dara"),
            List.of(Personal.of("012 345 678"), Personal.of("012 345 679")),
            Personal.of(true));

    private static Members.DetailsGiven details(PersonalData reader, byte[] stored) {
        return JSON.readValue(reader.open(EVENT, DETAILS, stored), Members.DetailsGiven.class);
    }

    @Test
    void aKindOfDataIsForgottenAndTheRestStays() {
        var stored = data.seal(EVENT, DETAILS, json(GIVEN));
        assertThat(details(data, stored)).isEqualTo(GIVEN);
        var keys = club.started();
        assertThat(keys.held(List.of("member-7", "member-8"))).containsExactly("member-7");
        assertThat(keys.held(List.of("member-7"), "CONTACTS")).containsExactly("member-7");

        assertThat(keys.destroy("member-7", "CONTACTS")).isTrue();
        assertThat(keys.destroy("member-7", "CONTACTS")).isFalse();

        assertThat(details(PersonalData.with(keys, NAMES), stored))
                .isEqualTo(new Members.DetailsGiven(
                        "member-7",
                        GIVEN.name(),
                        List.of(Personal.hidden(Reason.ERASED), Personal.hidden(Reason.ERASED)),
                        GIVEN.needsRamp()));
        assertThat(keys.held(List.of("member-7"), "CONTACTS")).isEmpty();
        assertThat(keys.held(List.of("member-7"), "NEEDS")).containsExactly("member-7");
        assertThat(keys.erased()).isEmpty();
        assertThat(keys.erasedParts()).containsExactly(new Erasures.Part("member-7", "CONTACTS"));
        assertThatThrownBy(() -> PersonalData.with(keys, NAMES).seal(EVENT, DETAILS, json(GIVEN)))
                .hasMessageContaining("ERASED");
    }

    @Test
    void whoIsErasedIsErasedWithEveryKind() {
        var stored = data.seal(EVENT, DETAILS, json(GIVEN));
        data.seal(EVENT, DETAILS, json(new Members.DetailsGiven("member-70", GIVEN.name(), GIVEN.numbers(), null)));
        var keys = club.started();

        keys.destroy("member-7");

        var reader = PersonalData.with(keys, NAMES);
        assertThat(details(reader, stored))
                .isEqualTo(new Members.DetailsGiven(
                        "member-7",
                        Personal.hidden(Reason.ERASED),
                        List.of(Personal.hidden(Reason.ERASED), Personal.hidden(Reason.ERASED)),
                        Personal.hidden(Reason.ERASED)));
        assertThat(keys.held(List.of("member-7", "member-70"), "CONTACTS")).containsExactly("member-70");
        assertThatThrownBy(() -> reader.seal(
                        EVENT,
                        DETAILS,
                        json(new Members.DetailsGiven(
                                "member-7", Personal.hidden(Reason.SEALED), GIVEN.numbers(), null))))
                .as("not even a kind that there was no key for")
                .hasMessageContaining("ERASED");
        assertThat(keys.count()).isEqualTo(1);
    }

    @Test
    void anOlderDatabaseBringsNoKindBack() {
        var stored = data.seal(EVENT, DETAILS, json(GIVEN));
        club.database().sql("create table backup as table subject_key").update();
        club.started().destroy("member-7", "NEEDS");
        restore();

        assertThat(details(club.data(), stored).needsRamp()).isEqualTo(Personal.hidden(Reason.ERASED));
        assertThat(details(club.data(), stored).name()).isEqualTo(GIVEN.name());
    }

    private void restore() {
        club.database().sql("truncate subject_key").update();
        club.database().sql("insert into subject_key table backup").update();
    }

    @Test
    void aFurtherKindIsSealedOnceItIsThere() {
        var first = data.seal(
                EVENT, DETAILS, json(new Members.DetailsGiven("member-7", GIVEN.name(), GIVEN.numbers(), null)));
        assertThat(club.started().held(List.of("member-7"), "NEEDS")).isEmpty();

        var stored = data.seal(EVENT, DETAILS, json(GIVEN));

        assertThat(details(club.data(), stored)).isEqualTo(GIVEN);
        assertThat(details(club.data(), first).numbers()).isEqualTo(GIVEN.numbers());
        assertThat(club.started().held(List.of("member-7"), "NEEDS")).containsExactly("member-7");
        assertThat(club.started().count()).isEqualTo(1);
    }

    @Test
    void twoWhoSealForTheSameNewPersonUseTheSameKeys() throws Exception {
        var persons = 40;
        try (var threads = Executors.newFixedThreadPool(4)) {
            var readers = List.of(data, club.data());
            var sealed = IntStream.range(0, 2 * persons)
                    .mapToObj(i -> threads.submit(() -> readers.get(i % 2)
                            .seal(
                                    EVENT,
                                    DETAILS,
                                    json(new Members.DetailsGiven(
                                            "member-" + i / 2,
                                            GIVEN.name(),
                                            GIVEN.numbers(),
                                            i % 2 == 0 ? null : GIVEN.needsRamp())))))
                    .toList();
            var later = club.data();
            for (var one : sealed) {
                assertThat(details(later, one.get()).numbers()).isEqualTo(GIVEN.numbers());
            }
        }
    }

    @Test
    void aKindIsForgottenWithoutTheMasterKeyTooAndItsKeyGoesOnceItIsBack() throws IOException {
        var stored = data.seal(EVENT, DETAILS, json(GIVEN));
        var away = folder.resolve("away");
        Files.move(club.masterKey(), away);
        assertThat(club.started().destroy("member-7", "NEEDS")).isTrue();
        assertThat(details(club.data(), stored).needsRamp()).isEqualTo(Personal.hidden(Reason.ERASED));
        assertThat(details(club.data(), stored).name()).isEqualTo(Personal.hidden(Reason.MASTER_KEY_MISSING));

        Files.move(away, club.masterKey());
        assertThat(kindsOnTheRing()).contains("NEEDS");
        assertThat(details(club.data(), stored).needsRamp()).isEqualTo(Personal.hidden(Reason.ERASED));
        assertThat(details(club.data(), stored).name()).isEqualTo(GIVEN.name());
        assertThat(kindsOnTheRing()).contains("CONTACTS").doesNotContain("NEEDS");
    }

    private List<String> kindsOnTheRing() {
        return club.database()
                .sql("select unnest(kinds) from subject_key where subject = 'member-7'")
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void whoIsForgottenBeforeAnythingWasSaidIsMadeNoKeyForThat() {
        var keys = club.started();
        assertThat(keys.destroy("member-7", "NEEDS")).isFalse();
        var reader = PersonalData.with(keys, NAMES);

        assertThatThrownBy(() -> reader.seal(EVENT, DETAILS, json(GIVEN))).hasMessageContaining("ERASED");
        var stored = reader.seal(
                EVENT, DETAILS, json(new Members.DetailsGiven("member-7", GIVEN.name(), GIVEN.numbers(), null)));
        assertThat(details(club.data(), stored).numbers()).isEqualTo(GIVEN.numbers());
    }

    @Test
    void whatIsOfOneKindPassesForNoOther() {
        var stored = (ObjectNode) JSON.readTree(data.seal(EVENT, DETAILS, json(GIVEN)));
        var needs = (ObjectNode) stored.get("needsRamp");

        needs.put("key", "member-7/CONTACTS");
        assertThat(details(data, JSON.writeValueAsBytes(stored)).needsRamp()).isEqualTo(Personal.hidden(Reason.MOVED));
        needs.put("key", "member-7");
        assertThat(details(data, JSON.writeValueAsBytes(stored)).needsRamp()).isEqualTo(Personal.hidden(Reason.MOVED));
    }

    /** Each of what may go wrong with one, in one reading with what is right. */
    @Test
    void whatCantBeOpenedIsToldApartAndStopsNobodyElse() {
        var events = IntStream.range(0, 5)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        var stored = IntStream.range(0, 5)
                .mapToObj(i -> (ObjectNode) JSON.readTree(
                        data.seal(events.get(i), JOINED, json(new Members.Joined("member-" + i, DARA.name(), null)))))
                .toList();
        var sealed = (ObjectNode) stored.get(1).get("name");
        sealed.put(
                "sealed",
                new StringBuilder(sealed.get("sealed").stringValue())
                        .replace(60, 64, "AAAA")
                        .toString());
        stored.get(2).set("name", stored.get(0).get("name"));
        club.database()
                .sql("delete from subject_key where subject = 'member-3'")
                .update();
        club.started().destroy("member-4");

        var reader = club.data();
        var read = reader
                .open(IntStream.range(0, 5)
                        .mapToObj(i -> new Stored(events.get(i), JSON.writeValueAsBytes(stored.get(i))))
                        .toList())
                .stream()
                .map(PersonalDataTest::nameIn)
                .toList();

        assertThat(read)
                .containsExactly(
                        DARA.name(),
                        Personal.hidden(Reason.ALTERED),
                        Personal.hidden(Reason.MOVED),
                        Personal.hidden(Reason.KEY_LOST),
                        Personal.hidden(Reason.ERASED));
    }

    /** One of several that are read at once. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Stored(String event, byte[] bytes) implements PersonalData.Payload {

        @Override
        public String type() {
            return JOINED;
        }
    }

    @Test
    void anOlderDatabaseBringsNobodyBack() {
        var stored = data.seal(EVENT, JOINED, json(DARA));
        club.database().sql("create table backup as table subject_key").update();
        club.started().destroy("member-7");
        restore();

        assertThat(nameIn(club.data().open(EVENT, JOINED, stored))).isEqualTo(Personal.hidden(Reason.ERASED));
        assertThat(club.started().count()).isZero();
    }

    @Test
    void aPersonOfAnEmptyDatabaseStaysErasedToo() {
        data.seal(EVENT, JOINED, json(DARA));
        club.started().destroy("member-7");
        club.database().sql("delete from subject_key").update();

        var reader = club.data();
        assertThatThrownBy(() -> reader.seal(EVENT, JOINED, json(DARA))).hasMessageContaining("ERASED");
    }

    @Test
    void anAlteredCiphertextIsToldFromOneThatWasMoved() {
        var stored = (ObjectNode) JSON.readTree(data.seal(EVENT, JOINED, json(DARA)));
        var name = (ObjectNode) stored.get("name");
        var sealed = name.get("sealed").stringValue();
        var altered = stored.deepCopy();
        ((ObjectNode) altered.get("name"))
                .put("sealed", sealed.substring(0, 40) + (sealed.charAt(40) == 'A' ? 'B' : 'A') + sealed.substring(41));
        var elsewhere = stored.deepCopy();
        elsewhere.set("name", stored.get("needsRamp"));
        elsewhere.set("needsRamp", stored.get("name"));
        var ofAnother = stored.deepCopy();
        ofAnother.put("member", "member-8");
        var inClear = (ObjectNode) JSON.readTree(json(DARA));
        var short_ = stored.deepCopy();
        ((ObjectNode) short_.get("name")).put("sealed", "AQ==");
        var noBase64 = stored.deepCopy();
        ((ObjectNode) noBase64.get("name")).put("sealed", "no base64!");

        assertThat(opened(altered, EVENT)).isEqualTo(Personal.hidden(Reason.ALTERED));
        assertThat(opened(short_, EVENT)).isEqualTo(Personal.hidden(Reason.ALTERED));
        assertThat(opened(noBase64, EVENT)).isEqualTo(Personal.hidden(Reason.ALTERED));
        assertThat(opened(inClear, EVENT)).isEqualTo(Personal.hidden(Reason.ALTERED));
        assertThat(opened(elsewhere, EVENT)).isEqualTo(Personal.hidden(Reason.MOVED));
        assertThat(opened(ofAnother, EVENT)).isEqualTo(Personal.hidden(Reason.MOVED));
        assertThat(opened(stored, UUID.randomUUID().toString())).isEqualTo(Personal.hidden(Reason.MOVED));
        assertThat(opened(stored, EVENT)).isEqualTo(DARA.name());
    }

    private Personal<String> opened(ObjectNode stored, String event) {
        return nameIn(data.open(event, JOINED, JSON.writeValueAsBytes(stored)));
    }

    @Test
    void aLostKeyIsToldFromAMissingMasterKey() throws IOException {
        var stored = data.seal(EVENT, JOINED, json(DARA));

        var away = folder.resolve("away");
        Files.move(club.masterKey(), away);
        assertThat(nameIn(club.data().open(EVENT, JOINED, stored)))
                .isEqualTo(Personal.hidden(Reason.MASTER_KEY_MISSING));
        assertThat(club.masterKey())
                .as("another master key would make the loss worse")
                .doesNotExist();
        assertThatThrownBy(() -> club.data().seal(EVENT, JOINED, json(DARA)))
                .hasMessageContaining("MASTER_KEY_MISSING");

        new MasterKeyFile(club.masterKey()).make();
        assertThat(nameIn(club.data().open(EVENT, JOINED, stored)))
                .as("the wrong one")
                .isEqualTo(Personal.hidden(Reason.MASTER_KEY_MISSING));

        Files.delete(club.masterKey());
        Files.move(away, club.masterKey());
        assertThat(nameIn(club.data().open(EVENT, JOINED, stored))).isEqualTo(DARA.name());

        club.database().sql("delete from subject_key").update();
        assertThat(nameIn(club.data().open(EVENT, JOINED, stored))).isEqualTo(Personal.hidden(Reason.KEY_LOST));
        var later = club.data();
        later.seal(UUID.randomUUID().toString(), JOINED, json(DARA));
        assertThat(nameIn(later.open(EVENT, JOINED, stored)))
                .as("with a new key in its place")
                .isEqualTo(Personal.hidden(Reason.KEY_LOST));
    }

    /** Each in a transaction of its own, with few connections to the keys between them. */
    @Test
    void manyNewPersonsAtOnceDontWaitForEachOther() throws Exception {
        var commands = 8 * KeysOfAClub.CONNECTIONS;
        var ready = new CountDownLatch(commands);
        try (var threads = Executors.newFixedThreadPool(commands)) {
            var sealing = IntStream.range(0, commands)
                    .mapToObj(i -> threads.submit(() -> {
                        TransactionSynchronizationManager.initSynchronization();
                        try {
                            ready.countDown();
                            ready.await();
                            return data.seal(EVENT, JOINED, json(new Members.Joined("new-" + i, DARA.name(), null)));
                        } finally {
                            TransactionSynchronizationManager.clear();
                        }
                    }))
                    .toList();
            for (var sealed : sealing) {
                assertThat(nameIn(data.open(EVENT, JOINED, sealed.get(20, TimeUnit.SECONDS))))
                        .isEqualTo(DARA.name());
            }
        }
    }

    @Test
    void theMasterKeyIsItsOwnersAlone() throws IOException {
        assertThat(Files.getPosixFilePermissions(club.masterKey()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    /** Something personal of nobody. */
    @JsonTypeName("club.careless")
    record Careless(Personal<String> name) {}

    @Test
    void aTypeHasToSayWhoseItsPersonalComponentsAre() {
        var careless = EventNames.of(Members.class).and("club.careless", Careless.class);

        assertThatThrownBy(() -> PersonalData.with(club.started(), careless)).hasMessageContaining("club.careless");
        assertThatThrownBy(() -> PersonalData.none(NAMES)).hasMessageContaining(JOINED);
    }
}
