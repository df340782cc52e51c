package org.sala.ui.lists;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.sheets.Format;
import org.sala.ui.lists.TakingOut.Taker;
import org.sala.ui.shell.Summits;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lists out, for programs: ordered, taken, put away. What isn't put away lies for a while, and no longer than anybody in it may be known. */
@RestController
class OutApi {

    private final TakingOut taking;
    private final Summits summits;

    OutApi(TakingOut taking, Summits summits) {
        this.taking = taking;
        this.summits = summits;
    }

    /** What a list is of. */
    enum What {
        PEOPLE,
        /** With a way to reach them. */
        CONTACTS,
        ATTENDANCE
    }

    /**
     * Begins to make a list.
     *
     * @param day of which ATTENDANCE is wanted
     * @param purpose which stands in the list
     * @return 202 and where it will be
     */
    @PostMapping("/api/summits/{summit}/lists/out")
    ResponseEntity<Void> make(
            @PathVariable UUID summit,
            @RequestParam What what,
            @RequestParam(required = false) @Nullable Integer day,
            @RequestParam Format format,
            @RequestParam String purpose,
            Locale locale,
            Authentication caller) {
        var of = summits.find(summit).orElseThrow(OutApi::nothing);
        var taker = new Taker(of, ListsApi.account(caller), purpose.strip(), locale);
        var making = switch (what) {
            case PEOPLE -> taking.people(taker, format, false);
            case CONTACTS -> taking.people(taker, format, true);
            case ATTENDANCE -> {
                if (day == null || of.day(day).isEmpty()) {
                    throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "there is no such day");
                }
                yield taking.attendance(taker, day, format);
            }
        };
        return ResponseEntity.accepted()
                .location(URI.create("/api/summits/" + summit + "/lists/out/" + making.id()))
                .build();
    }

    /**
     * A list that was made.
     *
     * @return 202 while it is being made; 204 where nobody would be on it
     */
    @GetMapping("/api/summits/{summit}/lists/out/{id}")
    ResponseEntity<Resource> take(@PathVariable UUID summit, @PathVariable UUID id, Authentication caller) {
        var making = find(summit, id, caller);
        return switch (making.state()) {
            case MAKING -> ResponseEntity.accepted().build();
            case EMPTY -> ResponseEntity.noContent().build();
            case FAILED -> ResponseEntity.status(HttpStatus.BAD_GATEWAY).build();
            case READY ->
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(making.mediaType()))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(making.name())
                                        .build()
                                        .toString())
                        .cacheControl(CacheControl.noStore())
                        .body(new FileSystemResource(making.file()));
        };
    }

    /** Deletes it. */
    @DeleteMapping("/api/summits/{summit}/lists/out/{id}")
    ResponseEntity<Void> putAway(@PathVariable UUID summit, @PathVariable UUID id, Authentication caller) {
        taking.remove(find(summit, id, caller));
        return ResponseEntity.noContent().build();
    }

    private Making find(UUID summit, UUID id, Authentication caller) {
        return taking.find(id, summit, ListsApi.account(caller)).orElseThrow(OutApi::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such list");
    }
}
