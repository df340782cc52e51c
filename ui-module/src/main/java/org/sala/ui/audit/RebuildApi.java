package org.sala.ui.audit;

import java.net.URI;
import java.security.Principal;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Rebuild and compare, or replace, for programs: asked for, looked after, cancelled. */
@RestController
class RebuildApi {

    private final Rebuilds rebuilds;

    RebuildApi(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /** Starts one, or leads to the one that runs: 202 with its address. */
    @PostMapping("/api/rebuilds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Rebuilds.Run> compare(Principal caller) {
        return started(rebuilds.start(Rebuilds.Kind.COMPARE, caller.getName()));
    }

    /** Starts one that puts what it built in place of what is shown, or leads to the one that runs: 202 with its address. */
    @PostMapping("/api/replacements")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Rebuilds.Run> replace(Principal caller) {
        return started(rebuilds.start(Rebuilds.Kind.REPLACE, caller.getName()));
    }

    private ResponseEntity<Rebuilds.Run> started(UUID id) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/rebuilds/" + id))
                .body(run(id));
    }

    /** How one stands, and what it found. */
    @GetMapping("/api/rebuilds/{id}")
    Rebuilds.Run run(@PathVariable UUID id) {
        return rebuilds.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such rebuild"));
    }

    /** Ends one early. */
    @DeleteMapping("/api/rebuilds/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> cancel(@PathVariable UUID id) {
        rebuilds.cancel(id);
        return ResponseEntity.noContent().build();
    }
}
