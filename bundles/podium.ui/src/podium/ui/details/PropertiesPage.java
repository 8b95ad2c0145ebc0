// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;
import podium.ui.texts.Texts;
import podium.ui.toolkit.ClipboardText;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.LineWrap;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Theme;

/** A Details page with properties in groups that fold. */
public final class PropertiesPage implements DetailsPage {
    /** How often ages are told anew: of a cluster that is not heard nothing else changes. */
    private static final Duration AGES = Duration.ofSeconds(1);

    private static final int LABELS = 96;
    /** Where the page is narrow. */
    private static final int MOST_LABELS = 156;
    /** Where it is so narrow that the values have no room otherwise. */
    private static final int LEAST_LABELS = 60;
    /** Percents of a wide page that facts may take. */
    private static final int SHARE = 40;
    /** Pixels before and after the words of a fact of the first group, and of one that folds. */
    private static final int EDGES = 24;

    private static final int INDENT = 12;

    private static final int VALUES = 104;
    /** Pixels of the edges of a cell, and of the scroll bar. */
    private static final int OTHER = 26;

    /** What a mark takes of a line, in pixels. */
    private static final int MARK = 20;

    private static final int LEAST = 78;
    private final Composite box;
    private final PartToolbar toolbar;
    private final Function<EObject, Optional<String>> path;
    private String copied = "";
    private final String title;
    private final Predicate<EObject> isFor;
    private final Function<EObject, Map<String, List<PropertyEntry>>> facts;
    private final RowTable<PropertyEntry> table;
    private final Set<String> folded = new HashSet<>();
    /** Room for facts, by the class of what is shown. */
    private final Map<EClass, Integer> widened = new HashMap<>();

    private int labels = LABELS;
    private @Nullable EObject shown;
    private Consumer<EObject> head = thing -> {};

    /** The summary, of whatever is selected. */
    public static PropertiesPage summary(Composite parent, Theme theme, SummaryProperties summary) {
        return new PropertiesPage(
                parent, theme, Texts.of("PropertiesPage.summary"), thing -> true, summary::of, summary::kubeconfig);
    }

    /** What the driver of this machine tells, of its own devices. */
    public static PropertiesPage driver(Composite parent, Theme theme, LocalDeviceProperties local) {
        return new PropertiesPage(
                parent, theme, Texts.of("PropertiesPage.driver"), local::isFor, local::of, thing -> Optional.empty());
    }

    private PropertiesPage(
            Composite parent,
            Theme theme,
            String title,
            Predicate<EObject> isFor,
            Function<EObject, Map<String, List<PropertyEntry>>> facts,
            Function<EObject, Optional<String>> path) {
        this.path = path;
        this.title = title;
        this.isFor = isFor;
        this.facts = facts;
        List<Column<PropertyEntry, ?>> columns = List.of(
                Column.text("fact", Texts.of("PropertiesPage.fact"), LABELS, Form.NAME, PropertyEntry::label),
                Column.<PropertyEntry>text(
                                "value", Texts.of("PropertiesPage.value"), VALUES, Form.SENTENCE, PropertyEntry::value)
                        .marked(PropertyEntry::mark));
        box = theme.dress(new Composite(parent, SWT.NONE));
        GridLayoutFactory.fillDefaults().spacing(5, 0).applyTo(box);
        table = RowTable.foldingTable(box, theme, columns, title);
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        // below the facts, so that they have the focus first
        toolbar = new PartToolbar(box, theme);
        toolbar.control().setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        toolbar.button(
                Icon.COPY,
                Texts.of("PropertiesPage.copyKubeconfigPath"),
                Texts.of("PropertiesPage.copiesThePath"),
                () -> ClipboardText.copy(box.getDisplay(), copied));
        table.onFold(this::fold);
        table.control().addListener(SWT.Resize, event -> again());
        Repaint.every(box, AGES, () -> {
            if (box.isVisible()) {
                again();
            }
        });
    }

    /** Has what needs attention above the properties. */
    public void above(Consumer<EObject> section) {
        head = section;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Composite control() {
        return box;
    }

    @Override
    public boolean isFor(EObject thing) {
        return isFor.test(thing);
    }

    @Override
    public void show(EObject thing) {
        shown = thing;
        copied = path.apply(thing).orElse("");
        ((GridData) toolbar.control().getLayoutData()).exclude = copied.isEmpty();
        toolbar.control().setVisible(!copied.isEmpty());
        head.accept(thing);
        box.layout();
        Map<String, List<PropertyEntry>> groups = facts.apply(thing);
        int before = widened.getOrDefault(thing.eClass(), LABELS);
        int room = labels(groups, table.control().getClientArea().width, before, this::width);
        widened.put(thing.eClass(), room);
        if (room != labels) {
            labels = room;
            table.widths(labels + " " + VALUES);
        }
        int values = table.control().getClientArea().width - labels - OTHER;
        table.show(rows(groups, folded, labels, values, this::width));
    }

    private void fold(Row<PropertyEntry> row) {
        if (!folded.remove(row.key())) {
            folded.add(row.key());
        }
        again();
    }

    /** Shows the same once more, since more is known of it. */
    public void again() {
        @Nullable EObject thing = shown;
        if (thing != null) {
            show(thing);
        }
    }

    /**
     * Room for the longest word before a fact, within reason; it does not shrink, so that values stay where they are when another
     * of its kind is selected.
     *
     * @param width of the page, in pixels
     * @param before the room that there was
     */
    static int labels(Map<String, List<PropertyEntry>> groups, int width, int before, ToIntFunction<String> measure) {
        int longest = before;
        int edges = EDGES;
        for (List<PropertyEntry> facts : groups.values()) {
            for (PropertyEntry fact : facts) {
                longest = Math.max(longest, measure.applyAsInt(fact.label()) + edges);
            }
            edges = EDGES + INDENT;
        }
        int most = Math.max(MOST_LABELS, width * SHARE / 100);
        int left = Math.clamp(width - VALUES, LEAST_LABELS, most);
        return Math.clamp(longest, Math.min(LABELS, left), left);
    }

    private int width(String words) {
        GC gc = new GC(table.control());
        try {
            gc.setFont(table.control().getFont());
            return gc.textExtent(words).x;
        } finally {
            gc.dispose();
        }
    }

    /** Groups and their facts; the first group needs no heading. What is too long for its column goes on in the rows below. */
    static Rows<PropertyEntry> rows(
            Map<String, List<PropertyEntry>> groups,
            Set<String> folded,
            int labels,
            int room,
            ToIntFunction<String> width) {
        List<Row<PropertyEntry>> rows = new ArrayList<>();
        groups.forEach((name, facts) -> {
            boolean first = rows.isEmpty();
            boolean open = first || !folded.contains(name);
            if (!first) {
                rows.add(new Row<>(
                        name, new PropertyEntry(name, "", Optional.empty()), 0, open ? Fold.OPEN : Fold.CLOSED));
            }
            for (int i = 0; open && i < facts.size(); i++) {
                PropertyEntry fact = facts.get(i);
                String key = name + "/" + i + "/" + fact.label();
                List<String> names = LineWrap.lines(fact.label(), labels - EDGES - (first ? 0 : INDENT), width);
                List<String> values = LineWrap.lines(
                        fact.value(), Math.max(LEAST, fact.mark().isPresent() ? room - MARK : room), width);
                for (int line = 0; line < Math.max(names.size(), values.size()); line++) {
                    rows.add(new Row<>(
                            line == 0 ? key : key + "/" + line,
                            new PropertyEntry(
                                    line < names.size() ? names.get(line) : "",
                                    line < values.size() ? values.get(line) : "",
                                    line == 0 ? fact.mark() : Optional.empty()),
                            first ? 0 : 1,
                            Fold.NONE));
                }
            }
        });
        return new Rows<>(rows);
    }
}
