// SPDX-License-Identifier: Apache-2.0
package podium.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartNoteTest {
    @Test
    void aLineHasTheFirstSentenceOfEachThing() {
        StartNote note = new StartNote(List.of("The layout is lost. It is in /a.b/c.", "Nothing is kept."));
        assertEquals("The layout is lost. Nothing is kept.", note.line());
        assertEquals("The layout is lost. It is in /a.b/c.\nNothing is kept.", note.text());
    }

    @Test
    void aStartAsEverHasNothingToTell() {
        assertEquals("", StartNote.NONE.line());
        assertEquals("", StartNote.NONE.text());
    }
}
