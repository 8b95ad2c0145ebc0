// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Text;
import podium.ui.toolkit.ProposalPopup;
import podium.ui.toolkit.Theme;

/**
 * What a field may become, below it, while the cursor stays in the field. None is chosen before an arrow key or the mouse says so, so
 * that Enter goes on meaning what was typed. UI thread.
 */
final class ProposalList {
    private final Text field;
    private final ProposalPopup popup;
    private List<String> proposals = List.of();

    /** @param taken called with a proposal that was clicked */
    ProposalList(Text field, Theme theme, Consumer<String> taken) {
        this.field = field;
        popup = new ProposalPopup(field, theme, place -> taken.accept(proposals.get(place)));
    }

    /** Shows these instead of those before; none closes the list. */
    void show(List<String> words) {
        show(words, word -> word);
    }

    /**
     * The same with more beside some of them than is taken.
     *
     * @param told what is read of each
     */
    void show(List<String> words, UnaryOperator<String> told) {
        proposals = List.copyOf(words);
        popup.show(proposals.stream().map(told).toList(), new Rectangle(0, 0, field.getSize().x, field.getSize().y));
    }

    boolean isOpen() {
        return popup.isOpen();
    }

    /** What is shown. */
    List<String> proposals() {
        return isOpen() ? proposals : List.of();
    }

    /** The one that an arrow key went to. */
    Optional<String> chosen() {
        return popup.chosen() >= 0 ? Optional.of(proposals.get(popup.chosen())) : Optional.empty();
    }

    /** Goes down or up; above the first none is chosen. */
    void move(int by) {
        popup.move(by);
    }

    void close() {
        popup.close();
    }
}
