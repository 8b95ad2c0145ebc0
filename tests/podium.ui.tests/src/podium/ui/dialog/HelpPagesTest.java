// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.ui.dialog.HelpPages.Page;

class HelpPagesTest {
    private final List<Page> pages = HelpPages.all();

    @Test
    void everyPartHasAPageAndF1OpensIt() {
        for (String part : List.of(
                "fleet",
                "topology",
                "details",
                "jobs",
                "utilization",
                "logs",
                "shell",
                "forwards",
                "objects",
                "operations",
                "whatif",
                "slots")) {
            String title = pages.get(HelpPages.of(pages, "podium.part." + part)).title();
            assertEquals(part, title.replace(" ", "").toLowerCase(java.util.Locale.ROOT));
        }
        assertEquals(0, HelpPages.of(pages, ""), "without a part the first is shown");
    }

    @Test
    void aPageIsTextAndNoMarkup() {
        for (Page page : pages) {
            assertFalse(page.text().isBlank(), page.title());
            assertFalse(
                    page.text().contains("`")
                            || page.text().contains("*")
                            || page.text().contains("\n- "),
                    page.title());
        }
    }
}
