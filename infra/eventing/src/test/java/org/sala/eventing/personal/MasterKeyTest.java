package org.sala.eventing.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sala.eventing.personal.Members.JSON;
import static org.sala.eventing.personal.Members.NAMES;
import static org.sala.eventing.personal.Members.json;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.KmsClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.personal.Personal;
import org.sala.personal.Personal.Reason;

class MasterKeyTest {

    private static final String JOINED = "club.member-joined";

    @TempDir
    Path folder;

    private KeysOfAClub club;

    @BeforeEach
    void start() {
        club = new KeysOfAClub(folder);
    }

    @AfterEach
    void stop() {
        club.close();
    }

    private static Members.Joined member(int number) {
        return new Members.Joined("member-" + number, Personal.of("Name " + number), null);
    }

    private static Personal<String> name(PersonalData data, String event, byte[] stored) {
        return JSON.readValue(data.open(event, JOINED, stored), Members.Joined.class)
                .name();
    }

    @Test
    void aRotationKeepsWhatIsStoredReadableAndMakesTheOldKeyWorthless() throws IOException {
        var data = club.data();
        var stored = new HashMap<String, byte[]>();
        for (var i = 0; i < 20; i++) {
            var event = UUID.randomUUID().toString();
            stored.put(event, data.seal(event, JOINED, json(member(i))));
        }
        var old = Files.readString(club.masterKey());
        var keysBefore = club.database()
                .sql("select keyset from subject_key")
                .query((row, n) -> row.getBytes(1))
                .list();

        assertThat(club.started().rotateMasterKey()).isEqualTo(20);

        var after = club.data();
        stored.forEach((event, payload) ->
                assertThat(name(after, event, payload).shown()).isPresent());
        stored.forEach((event, payload) -> assertThat(name(data, event, payload).shown())
                .as("in a process that was there before")
                .isPresent());
        assertThat(club.database()
                        .sql("select keyset from subject_key")
                        .query((row, n) -> row.getBytes(1))
                        .list())
                .doesNotContainAnyElementsOf(keysBefore);
        var withTheOld = PersonalData.with(club.started(MasterKey.of(old)), NAMES);
        stored.forEach((event, payload) ->
                assertThat(name(withTheOld, event, payload)).isEqualTo(Personal.hidden(Reason.MASTER_KEY_MISSING)));
    }

    @Test
    void keysThatAreMadeDuringARotationAreNotLost() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var events = IntStream.range(0, 200)
                    .mapToObj(i -> UUID.randomUUID().toString())
                    .toList();
            var data = club.data();
            var sealing = IntStream.range(0, 200)
                    .mapToObj(i ->
                            threads.submit((Callable<byte[]>) () -> data.seal(events.get(i), JOINED, json(member(i)))))
                    .toList();
            for (var i = 0; i < 3; i++) {
                club.started().rotateMasterKey();
            }
            var after = new HashMap<String, byte[]>();
            for (var i = 0; i < 200; i++) {
                after.put(events.get(i), sealing.get(i).get());
            }
            club.started().rotateMasterKey();
            var reader = club.data();
            after.forEach((event, payload) ->
                    assertThat(name(reader, event, payload).shown()).isPresent());
        }
    }

    @Test
    void aKeyManagementServiceWrapsAndRotatesByItself() throws GeneralSecurityException {
        var service = new KeyService();
        KmsClients.add(service);
        var event = UUID.randomUUID().toString();
        var keys = club.started(MasterKey.inKms("club-kms://master"));
        var stored = PersonalData.with(keys, NAMES).seal(event, JOINED, json(member(1)));

        assertThat(service.asked).isPositive();
        assertThat(keys.wrapAnew()).isEqualTo(1);
        var later = PersonalData.with(club.started(MasterKey.inKms("club-kms://master")), NAMES);
        assertThat(name(later, event, stored)).isEqualTo(Personal.of("Name 1"));
        assertThatThrownBy(keys::rotateMasterKey).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aServiceThatNobodyKnowsIsSaidAtTheStart() {
        assertThatThrownBy(() -> MasterKey.inKms("nobodys-kms://master")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MasterKey.of("no keyset")).isInstanceOf(IllegalArgumentException.class);
    }

    /** A key management service in this process: it wraps with a key that it gives to nobody. */
    private static final class KeyService implements KmsClient {

        private final Map<String, Aead> keys = new HashMap<>();
        private int asked;

        @Override
        public boolean doesSupport(String uri) {
            return uri.startsWith("club-kms://");
        }

        @Override
        public KmsClient withCredentials(@Nullable String path) {
            return this;
        }

        @Override
        public KmsClient withDefaultCredentials() {
            return this;
        }

        @Override
        public Aead getAead(String uri) {
            var key = keys.computeIfAbsent(uri, it -> made());
            return new Aead() {
                @Override
                public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
                    asked++;
                    return key.encrypt(plaintext, associatedData);
                }

                @Override
                public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
                    return key.decrypt(ciphertext, associatedData);
                }
            };
        }

        private static Aead made() {
            try {
                return Tink.aead(Tink.newKeyset());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
