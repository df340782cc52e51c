package org.sala.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import org.junit.jupiter.api.Test;
import org.sala.ports.Role;
import org.sala.ui.FaceViewTest;
import org.springframework.beans.factory.annotation.Autowired;

class RebuildViewTest extends FaceViewTest {

    @Autowired
    private Rebuilds rebuilds;

    private Button replace() {
        return find(Button.class).all().stream()
                .filter(button -> button.getText().startsWith("Replace the tables"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAuditorComparesAndReplacesNothing() {
        signIn(Role.AUDITOR);
        assertThat(open(SUMMIT + "/history/rebuild")).contains("Rebuild and compare now");
        assertThat(find(Button.class).all()).extracting(Button::getText).doesNotContain("Replace the tables…");
    }

    @Test
    void staffAreAskedFirstAndNothingHappensBeforeTheySayYes() {
        signIn(Role.STAFF);
        open(SUMMIT + "/history/rebuild");
        test(replace()).click();
        var asked = find(ConfirmDialog.class).single();
        assertThat(asked.isOpened()).isTrue();
        assertThat(rebuilds.latest(1)).isEmpty();
        test(asked).cancel();
        assertThat(rebuilds.latest(1)).isEmpty();
    }
}
