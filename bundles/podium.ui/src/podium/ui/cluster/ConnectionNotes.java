// SPDX-License-Identifier: Apache-2.0
package podium.ui.cluster;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import podium.core.cluster.LoginText;
import podium.core.shell.LoginSession;
import podium.model.fleet.Cluster;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.TextShortener;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/**
 * Above the Fleet tree: for each cluster whose connection is not as it should be, what happened, since when, what to do. They take
 * what they need up to three fifths of the part, and scroll beyond: no button is ever out of reach.
 */
public final class ConnectionNotes {
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** Of the part's height, in fifths. */
    private static final int MOST_FIFTHS = 3;
    /** Pixels at 100 %. */
    private static final int LEAST = 120;
    /** Characters of a word, and of what is said in one note: the buttons below are seen without scrolling. Tips have the rest. */
    private static final int LONGEST_WORD = 40;

    private static final int LONGEST = 300;

    private final ScrolledComposite roll;
    private final Composite box;
    private final UiServices services;
    private final ClusterActions actions;
    private final BiConsumer<ConnectionNote, String> asking;
    private final Consumer<Cluster> asMyself;
    private BiConsumer<Cluster, LoginSession> answering = (cluster, login) -> {};
    private List<ConnectionNote> shown = List.of();

    /**
     * @param asking shows the operator what a note asks to be agreed to
     * @param asMyself opens a cluster anew as the kubeconfig says, after somebody else could not
     */
    public ConnectionNotes(
            Composite parent,
            UiServices services,
            ClusterActions actions,
            BiConsumer<ConnectionNote, String> asking,
            Consumer<Cluster> asMyself) {
        this.asking = asking;
        this.asMyself = asMyself;
        this.services = services;
        this.actions = actions;
        roll = services.theme().dress(new ScrolledComposite(parent, SWT.V_SCROLL), Name.PANEL, Name.TEXT);
        roll.setExpandHorizontal(true);
        box = services.theme().dress(new Composite(roll, SWT.NONE), Name.PANEL, Name.TEXT);
        roll.setContent(box);
        GridLayoutFactory.fillDefaults().spacing(5, 1).applyTo(box);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.exclude = true;
        roll.setLayoutData(data);
        roll.addListener(SWT.Resize, event -> fill());
        parent.addListener(SWT.Resize, event -> fit());
    }

    /** Who shows the operator the terminal on which something asks. */
    public void onAnswer(BiConsumer<Cluster, LoginSession> shows) {
        answering = shows;
    }

    /** As wide as there is room beside the scroll bar, and as high as that needs. */
    private int fill() {
        int width = roll.getClientArea().width;
        int height = box.computeSize(Math.max(width, LEAST), SWT.DEFAULT, true).y;
        box.setSize(Math.max(width, LEAST), height);
        roll.getVerticalBar().setIncrement(box.getFont().getFontData()[0].getHeight());
        return height;
    }

    private void fit() {
        GridData data = (GridData) roll.getLayoutData();
        int most = roll.getParent().getClientArea().height * MOST_FIFTHS / 5;
        int height = Math.min(fill(), Math.max(most, LEAST));
        if (!data.exclude && data.heightHint != height) {
            data.heightHint = height;
            roll.getParent().layout(true, true);
        }
    }

    /** Shows the notes of these clusters, if they changed. */
    public void show(List<Cluster> clusters) {
        List<ConnectionNote> notes = ConnectionNote.of(clusters, actions);
        if (notes.equals(shown)) {
            return;
        }
        shown = notes;
        for (Control old : box.getChildren()) {
            old.dispose();
        }
        notes.forEach(note -> add(note, clusters));
        ((GridData) roll.getLayoutData()).exclude = notes.isEmpty();
        roll.setVisible(!notes.isEmpty());
        roll.setOrigin(0, 0);
        roll.getParent().layout(true, true);
        fit();
    }

    private void add(ConnectionNote note, List<Cluster> clusters) {
        Composite panel = services.theme().dress(new Composite(box, SWT.NONE), Name.PANEL, Name.TEXT);
        panel.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout grid = new GridLayout(2, false);
        grid.marginWidth = 8;
        grid.marginHeight = 6;
        grid.verticalSpacing = 4;
        panel.setLayout(grid);
        Label icon = services.theme().dress(new Label(panel, SWT.NONE), Name.PANEL, Name.TEXT);
        services.theme()
                .onTheme(
                        icon,
                        () -> icon.setImage(services.theme()
                                .image(note.state().icon(), note.state().tone())));
        Label title = text(panel, titled(note), note.state().tone());
        // only where it is cut: a tip lies over the buttons below
        WidgetText.tip(title, TextShortener.words(LONGEST_WORD, note.title()).equals(note.title()) ? "" : note.title());
        Repaint.every(title, SECOND, () -> told(title, titled(note)));
        line(panel, note.brief(), Name.TEXT);
        line(panel, note.advice(), Name.MUTED);
        Composite buttons = services.theme().dress(new Composite(panel, SWT.NONE), Name.PANEL, Name.TEXT);
        buttons.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        RowLayout row = new RowLayout();
        row.marginLeft = 20;
        row.marginTop = 0;
        buttons.setLayout(row);
        note.question()
                .ifPresent(question ->
                        button(buttons, Texts.of("ConnectionNotes.review"), () -> asking.accept(note, question)));
        note.login().ifPresent(login -> {
            button(buttons, Texts.of("ConnectionNotes.answer"), () -> answering.accept(note.cluster(), login));
            button(buttons, Texts.of("ConnectionNotes.cancelLogin"), login::close);
        });
        if (note.retries()) {
            button(
                    buttons,
                    LoginText.isLogin(note.what())
                            ? Texts.of("ConnectionNotes.logInAgain")
                            : Texts.of("ConnectionNotes.retry"),
                    () -> actions.reconnect(note.cluster()));
            if (actions.actsAs(note.cluster()).isPresent()) {
                button(buttons, Texts.of("ConnectionNotes.asMyself"), () -> asMyself.accept(note.cluster()));
            }
        }
        note.turnover()
                .ifPresent(turnover -> button(buttons, Texts.of("ConnectionNotes.dismiss"), () -> {
                    actions.dismiss(note.cluster(), turnover);
                    show(clusters);
                }));
        button(buttons, Texts.of("ConnectionNotes.closeCluster"), () -> actions.close(note.cluster()));
    }

    private String titled(ConnectionNote note) {
        String since = note.since(services.clock().instant());
        return TextShortener.words(LONGEST_WORD, note.title()) + (since.isEmpty() ? "" : ", " + since);
    }

    /** How long it has stood so goes on, and may take another line. */
    private void told(Label title, String words) {
        if (!WidgetText.shows(title, words)) {
            WidgetText.set(title, words);
            title.requestLayout();
            fit();
        }
    }

    private void line(Composite panel, String words, Name tone) {
        if (!words.isEmpty()) {
            String brief = TextShortener.end(TextShortener.words(LONGEST_WORD, words), LONGEST, String::length);
            WidgetText.tip(text(panel, brief, tone), brief.equals(words) ? "" : words);
        }
    }

    private Label text(Composite panel, String words, Name tone) {
        Label label = services.theme().dress(new Label(panel, SWT.WRAP), Name.PANEL, tone);
        WidgetText.set(label, words);
        boolean first = panel.getChildren().length == 2;
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, first ? 1 : 2, 1);
        data.horizontalIndent = first ? 0 : 21;
        data.widthHint = 160;
        label.setLayoutData(data);
        return label;
    }

    private void button(Composite parent, String words, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        services.theme().own(button);
        WidgetText.set(button, words);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }
}
