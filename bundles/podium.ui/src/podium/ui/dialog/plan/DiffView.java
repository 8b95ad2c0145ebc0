// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import podium.core.change.ClusterId;
import podium.core.text.Counted;
import podium.operation.plan.ObjectChange;
import podium.operation.secret.YamlRedaction;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.LineWrap;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/**
 * The objects a plan changes, before and after side by side; removed lines begin with a minus, added ones with a plus. A line that is
 * longer than its side is wide goes on below, and the line beside it takes as much room, so that both sides stay level. Of very many
 * lines those that stay are left out but around the others, and where still very many are left long ones are cut: the toolkit measures
 * no line of a text that has none to go on below.
 */
final class DiffView {
    private final Composite box;
    private final UiServices services;
    private static final int WRAP_INDENT = 4;
    private static final int MARGIN = 4;
    /** Lines that are shown and measured, all of them. */
    private static final int MANY = 500;
    /** Lines that stay, shown before and after those that do not. */
    private static final int AROUND = 5;

    private final StyledText before;
    private final StyledText after;
    private List<TextDiff.Line> lines = List.of();
    private int room;

    DiffView(Composite parent, UiServices services) {
        this.services = services;
        box = services.theme().dress(new Composite(parent, SWT.NONE));
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .equalWidth(true)
                .spacing(5, 2)
                .applyTo(box);
        head(Texts.of("DiffView.before"));
        head(Texts.of("DiffView.after"));
        before = side(Texts.of("DiffView.beforeSpoken"));
        after = side(Texts.of("DiffView.afterSpoken"));
        before.getVerticalBar().addSelectionListener(follow(before, after));
        after.getVerticalBar().addSelectionListener(follow(after, before));
        before.addListener(SWT.Resize, event -> fit());
        after.addListener(SWT.Resize, event -> fit());
    }

    Composite control() {
        return box;
    }

    /**
     * Shows all changes, one object after the other, without their secrets: what is on the screen of somebody on call is shared and
     * recorded. A button shows them, until the dialog is closed, once the journal says so.
     */
    void show(ClusterId cluster, List<ObjectChange> changes) {
        List<ObjectChange> masked = changes.stream().map(DiffView::masked).toList();
        fill(masked);
        if (!masked.equals(changes)) {
            Button secrets = new Button(box, SWT.CHECK);
            services.theme().own(secrets);
            secrets.setText(Texts.of("DiffView.showSecrets"));
            secrets.setToolTipText(Texts.of("DiffView.valuesThatLookLike"));
            secrets.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 2, 1));
            String what = changes.stream()
                    .filter(change -> !masked.contains(change))
                    .map(ObjectChange::object)
                    .collect(Collectors.joining(", "));
            secrets.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
                fill(masked);
                if (secrets.getSelection()) {
                    services.hidden().show(cluster, what, () -> shown(secrets, changes), why -> refused(secrets, why));
                }
            }));
        }
    }

    /** It may be closed, or hidden again, by now. */
    private void shown(Button secrets, List<ObjectChange> changes) {
        if (!secrets.isDisposed() && secrets.getSelection()) {
            fill(changes);
        }
    }

    private static void refused(Button secrets, String why) {
        if (!secrets.isDisposed()) {
            secrets.setSelection(false);
            WidgetText.set(secrets, Texts.of("DiffView.showSecretsNot", why));
            secrets.requestLayout();
        }
    }

    /** The change as it is shown; where all that changes is a secret, that is said. */
    static ObjectChange masked(ObjectChange change) {
        String before = YamlRedaction.of(change.before());
        String after = YamlRedaction.of(change.after());
        boolean hidden = before.equals(after) && !change.before().equals(change.after());
        return new ObjectChange(
                change.object(),
                before,
                hidden ? Texts.of("DiffView.aValueThatIs", after + (after.endsWith("\n") ? "" : "\n")) : after);
    }

    private void fill(List<ObjectChange> changes) {
        List<List<TextDiff.Line>> all = changes.stream()
                .map(change -> TextDiff.of(SafeText.lines(change.before()), SafeText.lines(change.after())))
                .toList();
        boolean many = all.stream().mapToInt(DiffView::rows).sum() > MANY;
        lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            lines.add(same("# " + changes.get(i).object()));
            lines.addAll(many ? folded(all.get(i)) : all.get(i));
        }
        put();
    }

    /** So many lines on the screen, or about so many. */
    private static int rows(List<TextDiff.Line> lines) {
        return lines.stream()
                .mapToInt(line ->
                        1 + Math.max(line.before().length(), line.after().length()) / 100)
                .sum();
    }

    private static TextDiff.Line same(String words) {
        return new TextDiff.Line(TextDiff.Kind.SAME, words, words);
    }

    /** The lines that change and those around them; of the others how many there are. */
    private static List<TextDiff.Line> folded(List<TextDiff.Line> lines) {
        List<TextDiff.Line> kept = new ArrayList<>();
        for (int from = 0, to = 0; from < lines.size(); from = to) {
            boolean same = lines.get(from).kind() == TextDiff.Kind.SAME;
            while (to < lines.size() && (lines.get(to).kind() == TextDiff.Kind.SAME) == same) {
                to++;
            }
            int head = from == 0 ? 0 : from + AROUND;
            int tail = to == lines.size() ? to : to - AROUND;
            if (same && tail - head > 1) {
                kept.addAll(lines.subList(from, head));
                kept.add(same(Texts.of("DiffView.unchanged", Counted.of(tail - head, "line"))));
                kept.addAll(lines.subList(tail, to));
            } else {
                kept.addAll(lines.subList(from, to));
            }
        }
        return kept;
    }

    /** Puts the lines into both sides, where they are read. */
    private void put() {
        int top = after.getTopPixel();
        boolean many = rows(lines) > MANY;
        room = room();
        List<TextDiff.Line> pieces = lines.stream()
                .flatMap(line -> pieces(line, many && room > 1 ? room / widest(line) : LineWrap.LONGEST))
                .toList();
        fill(before, pieces, TextDiff.Kind.REMOVED, "\u2212 ", TextDiff.Line::before, Name.CRITICAL);
        fill(after, pieces, TextDiff.Kind.ADDED, "+ ", TextDiff.Line::after, Name.GOOD);
        fit();
        before.setTopPixel(top);
        after.setTopPixel(top);
    }

    /** Columns that a character of a line may take. */
    private static int widest(TextDiff.Line line) {
        return (line.before() + line.after()).chars().allMatch(c -> c < 0x300) ? 1 : 2;
    }

    /** Characters that a line has room for behind its sign. */
    private int room() {
        int wide = Math.min(before.getClientArea().width, after.getClientArea().width);
        return (wide - 2 * MARGIN) / columns(before, 1) - 2;
    }

    private void fit() {
        if (before.getWordWrap()) {
            level();
        } else if (room() != room) {
            put();
        }
    }

    private void level() {
        int count = Math.min(before.getLineCount(), after.getLineCount()) - 1;
        int wide = room();
        for (int line = 0; line < count; line++) {
            before.setLineVerticalIndent(line + 1, 0);
            after.setLineVerticalIndent(line + 1, 0);
            if (before.getLine(line).length() > wide || after.getLine(line).length() > wide) {
                int more = height(before, line) - height(after, line);
                before.setLineVerticalIndent(line + 1, Math.max(0, -more));
                after.setLineVerticalIndent(line + 1, Math.max(0, more));
            }
        }
    }

    private static int height(StyledText side, int line) {
        return side.getLinePixel(line + 1) - side.getLinePixel(line);
    }

    /** Pixels of so many characters; all are equally wide. */
    private static int columns(StyledText side, int chars) {
        GC gc = new GC(side);
        try {
            gc.setFont(side.getFont());
            return gc.textExtent("m".repeat(chars)).x;
        } finally {
            gc.dispose();
        }
    }

    /** A very long line as several. */
    private static Stream<TextDiff.Line> pieces(TextDiff.Line line, int longest) {
        return LineWrap.pieces(line.kind() == TextDiff.Kind.ADDED ? line.after() : line.before(), longest).stream()
                .map(piece -> new TextDiff.Line(
                        line.kind(),
                        line.kind() == TextDiff.Kind.ADDED ? "" : piece,
                        line.kind() == TextDiff.Kind.REMOVED ? "" : piece));
    }

    private void fill(
            StyledText side,
            List<TextDiff.Line> pieces,
            TextDiff.Kind changed,
            String sign,
            Function<TextDiff.Line, String> text,
            Name tone) {
        // before the text, of which each line would be measured else
        side.setText("");
        side.setWordWrap(rows(lines) <= MANY);
        side.setText(pieces.stream()
                .map(line -> (line.kind() == changed ? sign : "  ") + SafeText.line(text.apply(line)))
                .collect(Collectors.joining("\n")));
        for (int from = 0, to = 0; from < pieces.size(); from = to) {
            boolean tinted = pieces.get(from).kind() == changed;
            while (to < pieces.size() && (pieces.get(to).kind() == changed) == tinted) {
                to++;
            }
            if (tinted) {
                side.setLineBackground(
                        from, to - from, services.theme().palette().tint(tone));
            }
        }
    }

    private void head(String words) {
        Label label = services.theme().dress(new Label(box, SWT.NONE), Name.SURFACE, Name.MUTED);
        WidgetText.set(label, words);
    }

    private StyledText side(String name) {
        StyledText text = services.theme()
                .dress(new StyledText(box, SWT.READ_ONLY | SWT.MULTI | SWT.V_SCROLL | SWT.WRAP), Name.PANEL, Name.TEXT);
        text.setFont(JFaceResources.getTextFont());
        text.setWrapIndent(columns(text, WRAP_INDENT));
        text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        text.setCaret(null);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = 10 * text.getLineHeight();
        // told, so that nobody measures all lines: both take half of the dialog
        data.widthHint = 100;
        text.setLayoutData(data);
        AccessibleName.name(text, name);
        return text;
    }

    private static SelectionListener follow(StyledText from, StyledText to) {
        return SelectionListener.widgetSelectedAdapter(event -> to.setTopPixel(from.getTopPixel()));
    }
}
