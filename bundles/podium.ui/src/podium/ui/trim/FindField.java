// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import podium.core.fleet.FleetService;
import podium.ui.find.FindSession;
import podium.ui.find.FleetSearch;
import podium.ui.find.FleetSearch.Found;
import podium.ui.find.FleetSearch.NoneFound;
import podium.ui.fleet.FleetColumns;
import podium.ui.label.StateLabels;
import podium.ui.selection.FleetSelection;
import podium.ui.texts.Texts;
import podium.ui.toolkit.FilterField;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/**
 * The find field of the window: marks what matches in all parts as one types, Enter goes from one to the next and Shift+Enter
 * back, Escape empties it and then leaves, Down goes to what is proposed, or leaves. UI thread.
 */
final class FindField {
    private static final Duration TYPING = Duration.ofMillis(40);
    private static final int WIDTH = 280;
    private static final int LEAST = 110;
    /** Pixels for how many are found, kept free while nothing is looked for: what stands beside it stays where it is. */
    private static final int COUNT = 150;

    private final GridData width = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
    private final FilterField field;
    private final Label count;
    private final ProposalList proposals;
    private final FleetService fleet;
    private final FleetSelection selection;
    private final FindSession finder;
    /** The clusters that were looked through, and how far they were read. */
    private List<Object> open = List.of();

    FindField(PartToolbar toolbar, Theme theme, FleetService fleet, FleetSelection selection, FindSession finder) {
        this.fleet = fleet;
        this.selection = selection;
        this.finder = finder;
        field = toolbar.filter(Texts.of("FindField.find"), "");
        field.hint(Texts.of("FindField.namesOfNodesGpus", FleetColumns.fields().hint()));
        field.setMessage(Texts.of("FindField.findEGFree"));
        width.widthHint = WIDTH;
        field.control().setLayoutData(width);
        count = toolbar.label("", false);
        ((GridData) count.getLayoutData()).widthHint = COUNT;
        finder.field(field::setFocus);
        Repaint search = Repaint.of(
                field.control(),
                TYPING,
                () -> finder.type(fleet.fleet(), field.control().getText()));
        proposals = new ProposalList(field.control(), theme, this::take);
        field.onType(typed -> {
            search.request();
            propose(typed);
        });
        field.control().addKeyListener(KeyListener.keyPressedAdapter(this::key));
        new Subscriptions(field.control()).add(finder.listen(this::show)).add(fleet.listen(delta -> {
            if (!delta.clusters().isEmpty()) {
                changed();
            }
        }));
    }

    /** Another cluster is open or one is read: what is found is what there is now. */
    private void changed() {
        List<Object> now = fleet.fleet().getClusters().stream()
                .flatMap(cluster -> Stream.<Object>of(cluster, cluster.getConnection()))
                .toList();
        if (!now.equals(open)) {
            open = now;
            finder.again(fleet.fleet());
        }
    }

    /** Pixels that the bar lacks when this has given up all that it can. */
    int missing(Composite bar) {
        width.widthHint = LEAST;
        return bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x - bar.getClientArea().width;
    }

    /** Gives up width where the bar has too little, so that what stands at its end is seen: whether the cluster may be changed. */
    void fit(Composite bar) {
        width.widthHint = WIDTH;
        int missing = bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x - bar.getClientArea().width;
        width.widthHint = Math.clamp(WIDTH - Math.max(0, missing), LEAST, WIDTH);
        bar.layout(true);
    }

    /** Only to who types here: a text that is set by somebody else asks for nothing. */
    private void propose(String typed) {
        proposals.show(
                field.control().isFocusControl() && !typed.isBlank()
                        ? FleetSearch.proposals(fleet.fleet(), typed)
                        : List.of());
    }

    private void take(String proposal) {
        field.type(proposal);
        if (!proposal.endsWith(":")) {
            proposals.close();
        }
    }

    private void key(KeyEvent event) {
        if (event.character == '/' && field.control().getText().isEmpty()) {
            event.doit = false; // the key that leads here, pressed here; no name begins with it
            return;
        }
        switch (event.keyCode) {
            case SWT.CR, SWT.KEYPAD_CR -> {
                event.doit = false;
                if (proposals.chosen().isPresent()) {
                    take(proposals.chosen().get());
                    return;
                }
                proposals.close();
                go((event.stateMask & SWT.SHIFT) != 0 ? -1 : 1);
            }
            case SWT.ESC -> {
                if (proposals.isOpen()) {
                    proposals.close();
                    return;
                }
                if (field.control().getText().isEmpty()) {
                    finder.leave();
                }
                field.control().setText("");
            }
            case SWT.ARROW_DOWN -> {
                event.doit = false;
                if (proposals.isOpen()) {
                    proposals.move(1);
                } else {
                    finder.leave();
                }
            }
            case SWT.ARROW_UP -> {
                event.doit = !proposals.isOpen();
                proposals.move(-1);
            }
            default -> {}
        }
    }

    private void go(int step) {
        String typed = field.control().getText();
        List<EObject> things = finder.go(fleet.fleet(), typed, step);
        if (!things.isEmpty()) {
            selection.set(finder, things);
        }
    }

    /** What is found where nothing is heard now counts, and is said to be of before. */
    private static String found(int number, List<EObject> things) {
        long before = things.stream()
                .filter(thing -> StateLabels.before(thing).isPresent())
                .count();
        return before == 0
                ? Texts.of("FindField.found", Formats.count(number))
                : Texts.of("FindField.foundNotLive", Formats.count(number), Formats.count((int) before));
    }

    /** Of a term without its value the list says which there are; where the fleet has none, this does. */
    private String values(String name) {
        return FleetSearch.proposals(fleet.fleet(), field.control().getText()).isEmpty()
                ? Texts.of("FindField.nothingHasA", name)
                : "";
    }

    private void show() {
        Found found = finder.found();
        boolean blank = field.control().getText().isBlank();
        Optional<String> begun = FleetSearch.begun(field.control().getText());
        boolean none = !blank && found.things().isEmpty() && begun.isEmpty();
        boolean said = found.none().isPresent();
        field.problem(found.problem()
                .or(() -> none && !said ? Optional.of(Texts.of("FindField.noMatch")) : Optional.empty()));
        int number = found.things().size();
        String words = blank
                ? ""
                : begun.isPresent()
                        ? values(begun.get())
                        : none
                                ? found.none()
                                        .map(NoneFound::brief)
                                        .or(found::brief)
                                        .orElse(Texts.of("FindField.noMatch"))
                                : finder.at() > 0
                                        ? Texts.of(
                                                "FindField.ofFound", Formats.count(finder.at()), Formats.count(number))
                                        : found(number, found.things());
        if (!WidgetText.shows(count, words)) {
            WidgetText.set(count, words);
        }
        WidgetText.tip(
                count,
                found.problem().or(() -> found.none().map(NoneFound::whole)).orElse(words));
    }
}
