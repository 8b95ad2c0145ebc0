// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import podium.operation.plan.ObjectChange;
import podium.operation.secret.YamlRedaction;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/**
 * The objects a plan changes, before and after side by side; removed lines begin with a minus, added ones with a plus. A line that is
 * longer than its side is wide goes on below, and the line beside it takes as much room, so that both sides stay level.
 */
final class DiffView {
    private final Composite box;
    private final UiServices services;
    private static final int WRAP_INDENT = 4;
    /** Characters of a line: the toolkit takes many seconds to lay out one of tens of thousands. */
    private static final int LONGEST = 1_000;

    private final StyledText before;
    private final StyledText after;

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
        before.addListener(SWT.Resize, event -> level());
        after.addListener(SWT.Resize, event -> level());
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
        int top = after.getTopPixel();
        List<TextDiff.Line> lines = changes.stream()
                .flatMap(change -> Stream.concat(
                        Stream.of(
                                new TextDiff.Line(TextDiff.Kind.SAME, "# " + change.object(), "# " + change.object())),
                        TextDiff.of(SafeText.lines(change.before()), SafeText.lines(change.after())).stream()
                                .flatMap(DiffView::pieces)))
                .toList();
        fill(before, lines, TextDiff.Kind.REMOVED, "\u2212 ", TextDiff.Line::before, Name.CRITICAL);
        fill(after, lines, TextDiff.Kind.ADDED, "+ ", TextDiff.Line::after, Name.GOOD);
        level();
        before.setTopPixel(top);
        after.setTopPixel(top);
    }

    private void level() {
        int lines = Math.min(before.getLineCount(), after.getLineCount()) - 1;
        int room = Math.min(before.getClientArea().width, after.getClientArea().width) / columns(before, 1) - 2;
        for (int line = 0; line < lines; line++) {
            before.setLineVerticalIndent(line + 1, 0);
            after.setLineVerticalIndent(line + 1, 0);
            if (before.getLine(line).length() > room || after.getLine(line).length() > room) {
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
    private static Stream<TextDiff.Line> pieces(TextDiff.Line line) {
        int length = Math.max(line.before().length(), line.after().length());
        return length <= LONGEST
                ? Stream.of(line)
                : IntStream.iterate(0, from -> from < length, from -> from + LONGEST)
                        .mapToObj(from ->
                                new TextDiff.Line(line.kind(), piece(line.before(), from), piece(line.after(), from)));
    }

    private static String piece(String text, int from) {
        return text.substring(whole(text, from), whole(text, from + LONGEST));
    }

    /** So far into a text, or one less: within no character of two units. */
    private static int whole(String text, int at) {
        int end = Math.min(at, text.length());
        return end > 0 && end < text.length() && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end))
                ? end - 1
                : end;
    }

    private void fill(
            StyledText side,
            List<TextDiff.Line> lines,
            TextDiff.Kind changed,
            String sign,
            Function<TextDiff.Line, String> text,
            Name tone) {
        side.setText(lines.stream()
                .map(line -> (line.kind() == changed ? sign : "  ") + SafeText.line(text.apply(line)))
                .collect(Collectors.joining("\n")));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).kind() == changed) {
                side.setLineBackground(i, 1, services.theme().palette().tint(tone));
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
        text.setMargins(4, 4, 4, 4);
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
