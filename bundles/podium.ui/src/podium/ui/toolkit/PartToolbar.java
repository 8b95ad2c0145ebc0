// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import podium.ui.toolkit.Palette.Name;

/**
 * The thin bar above a part's content: filter, choices, buttons. Where it is too narrow for its words, a sentence is cut, then buttons
 * with icons leave theirs out, the last first, and say them in their tips: none is pushed out of the part. UI thread.
 */
public final class PartToolbar {
    private static final Pattern ASIDE = Pattern.compile(" \\([^()]*\\)$");

    /** Key of the words that a button leaves out. */
    private static final String WORDS = "podium.words";

    /** Key of the pixels that a sentence was given here. */
    private static final String SENTENCE_KEY = "podium.sentence";

    /** Key of the most pixels that a sentence needed since the bar has this width: a count that changes moves nothing beside it. */
    private static final String NEEDED = "podium.needed";

    /** Pixels by which a sentence grows. */
    private static final int STEP = 64;

    /** Pixels that a sentence keeps before buttons leave out their words. */
    private static final int SENTENCE = 120;

    /** Pixels of the frame around what has the focus. */
    private static final int RING = 2;

    private final Composite bar;
    private final Theme theme;
    private final List<Button> buttons = new ArrayList<>();
    private final List<Label> sentences = new ArrayList<>();

    /** A button that can do without its words. */
    private record Button(ToolItem item, String tip) {}

    public PartToolbar(Composite parent, Theme theme) {
        this.theme = theme;
        bar = theme.dress(new Composite(parent, SWT.NONE), Name.PANEL, Name.TEXT);
        GridLayout grid = new GridLayout(0, false);
        grid.marginWidth = 4;
        grid.marginHeight = 2;
        grid.horizontalSpacing = 4;
        bar.setLayout(grid);
        bar.addListener(SWT.Resize, event -> {
            sentences.forEach(sentence -> sentence.setData(NEEDED, 0));
            fit();
        });
        bar.addPaintListener(event -> ring(event.gc));
    }

    /** Frames the button that has the focus: the toolkit does not show it. */
    private void ring(GC gc) {
        for (Control control : bar.getChildren()) {
            if (control instanceof ToolBar && control.isFocusControl()) {
                Rectangle at = control.getBounds();
                Rectangle frame = new Rectangle(at.x - RING, at.y - RING, at.width + 2 * RING, at.height + 2 * RING)
                        .intersection(bar.getClientArea());
                gc.setForeground(theme.color(Name.SELECTED));
                gc.setLineWidth(RING);
                gc.drawRectangle(frame.x + RING / 2, frame.y + RING / 2, frame.width - RING, frame.height - RING);
            }
        }
    }

    /** Gives its words room anew: they are others now. Leaves out as many words of buttons as do not fit. */
    public void fit() {
        for (Button button : buttons) {
            if (button.item.getData(WORDS) instanceof String words) {
                button.item.setData(WORDS, null);
                if (button.item.getText().isEmpty()) {
                    WidgetText.set(button.item, WidgetText.read(words));
                    WidgetText.tip(button.item, button.tip);
                }
            }
        }
        sentences.forEach(sentence -> room(sentence, SENTENCE));
        for (Button button : buttons.reversed()) {
            if (bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x <= bar.getClientArea().width) {
                break;
            } else if (!button.item.getText().isEmpty()) {
                button.item.setData(WORDS, button.item.getText());
                String of = WidgetText.read(button.item.getText());
                WidgetText.tip(button.item, button.tip.isEmpty() ? of : of + ": " + button.tip);
                WidgetText.set(button.item, "");
            }
        }
        for (Label sentence : sentences) {
            int spare = bar.getClientArea().width - bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
            room(sentence, ((GridData) sentence.getLayoutData()).widthHint + Math.max(0, spare));
        }
        bar.layout(true);
    }

    /** Gives a sentence as many pixels as it needs, at most so many, where its part has not given it a width of its own. */
    private static void room(Label sentence, int most) {
        GridData data = (GridData) sentence.getLayoutData();
        if (data.widthHint == SWT.DEFAULT || Integer.valueOf(data.widthHint).equals(sentence.getData(SENTENCE_KEY))) {
            data.widthHint = SWT.DEFAULT;
            int needs = (sentence.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + STEP - 1) / STEP * STEP;
            int needed = Math.max(needs, sentence.getData(NEEDED) instanceof Integer before ? before : 0);
            sentence.setData(NEEDED, needed);
            data.widthHint = Math.min(most, needed);
            sentence.setData(SENTENCE_KEY, data.widthHint);
        }
    }

    /** A strip at the top of a part; what is added to the part next fills the rest with its grid data. */
    public static PartToolbar above(Composite part, Theme theme) {
        GridLayoutFactory.fillDefaults().spacing(5, 0).applyTo(part);
        PartToolbar toolbar = new PartToolbar(part, theme);
        toolbar.bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return toolbar;
    }

    /** A strip within this one, that takes no room before {@link #fill} puts something into it. */
    public PartToolbar within() {
        PartToolbar inner = new PartToolbar(bar, theme);
        GridLayout grid = (GridLayout) inner.bar.getLayout();
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        place(inner.bar, false).exclude = true;
        return inner;
    }

    /** Puts something into this strip, which lies {@link #within} another one. */
    public void fill(Consumer<PartToolbar> with) {
        with.accept(this);
        ((GridData) bar.getLayoutData()).exclude = false;
        bar.getParent().layout(true, true);
    }

    public Composite control() {
        return bar;
    }

    /**
     * A filter that takes what room is left.
     *
     * @param terms what can be typed beside words; empty: only words
     */
    public FilterField filter(String name, String terms) {
        FilterField field = new FilterField(bar, theme, name, terms);
        GridData data = grow(field.control());
        data.widthHint = 120;
        return field;
    }

    /** Words of less weight; those that grow are cut before buttons leave out theirs, so their tip has to say them too. */
    public Label label(String text, boolean grows) {
        Label label = theme.dress(new Label(bar, SWT.NONE), Name.PANEL, Name.MUTED);
        WidgetText.set(label, text);
        place(label, grows);
        if (grows) {
            sentences.add(label);
        }
        return label;
    }

    /** A button with an icon; words may be empty, and so may a tip where the words say all. */
    public ToolItem button(Icon icon, String words, String tip, Runnable action) {
        ToolItem item = item(SWT.PUSH, words, tip);
        theme.onTheme(item.getParent(), () -> {
            item.setImage(theme.image(icon, Name.TEXT));
            item.setDisabledImage(theme.image(icon, Name.STALE));
        });
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        buttons.add(new Button(item, tip));
        return item;
    }

    /** A word that is on or off; off at first. */
    public ToolItem check(String words, String tip, Runnable turned) {
        ToolItem item = item(SWT.CHECK, words, tip);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> turned.run()));
        return item;
    }

    /**
     * One of several, shown as words that open a menu. No tip says these again over the rows below.
     *
     * @param words what is shown for an option
     */
    public ToolItem choice(UnaryOperator<String> words, List<String> options, int first, IntConsumer chosen) {
        ToolItem item = item(SWT.DROP_DOWN, words.apply(options.get(first)), "");
        Menu menu = new Menu(item.getParent());
        item.setData(menu);
        offer(item, words, options, first, chosen);
        opens(item, menu);
        return item;
    }

    /** Offers other options in a {@link #choice}, and shows one of them without telling whoever listens. */
    public void options(
            ToolItem item, UnaryOperator<String> words, List<String> options, int first, IntConsumer chosen) {
        for (MenuItem old : ((Menu) item.getData()).getItems()) {
            old.dispose();
        }
        WidgetText.set(item, words.apply(options.get(first)));
        offer(item, words, options, first, chosen);
        bar.getParent().layout(true, true);
    }

    private void offer(
            ToolItem item, UnaryOperator<String> words, List<String> options, int first, IntConsumer chosen) {
        Menu menu = (Menu) item.getData();
        for (int i = 0; i < options.size(); i++) {
            int index = i;
            MenuItem option = new MenuItem(menu, SWT.RADIO);
            WidgetText.set(option, options.get(i));
            option.setSelection(i == first);
            option.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
                if (option.getSelection()) {
                    WidgetText.set(item, words.apply(options.get(index)));
                    bar.getParent().layout(true, true);
                    chosen.accept(index);
                }
            }));
        }
    }

    private static void opens(ToolItem item, Menu menu) {
        quietWhileOpen(item, menu);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            Rectangle bounds = item.getBounds();
            menu.setLocation(item.getParent().toDisplay(bounds.x, bounds.y + bounds.height));
            menu.setVisible(true);
        }));
    }

    /** A word that opens a menu, made anew each time it opens. */
    public ToolItem menu(String words, String tip, Supplier<List<List<Menus.Entry>>> groups) {
        ToolItem item = item(SWT.DROP_DOWN, words, tip);
        Menu menu = new Menu(item.getParent());
        item.setData(menu);
        Menus.filled(menu, theme, groups);
        opens(item, menu);
        return item;
    }

    /** What a button means would lie over the menu it opens. */
    public static void quietWhileOpen(ToolItem item, Menu menu) {
        menu.addListener(SWT.Show, event -> WidgetText.holdTip(item, true));
        menu.addListener(SWT.Hide, event -> {
            if (!item.isDisposed()) {
                WidgetText.holdTip(item, false);
            }
        });
    }

    /**
     * Shows another choice without telling whoever listens.
     *
     * @param words as they were given to {@link #choice}
     * @param option need not be one of those offered
     */
    public static void choose(ToolItem choice, UnaryOperator<String> words, String option) {
        WidgetText.set(choice, words.apply(option));
        for (MenuItem item : ((Menu) choice.getData()).getItems()) {
            item.setSelection(WidgetText.read(item.getText()).equals(option));
        }
        choice.getParent().getParent().getParent().layout(true, true);
    }

    /**
     * Gives a button words cut to the room for so many letters, after the two that say what is done, and always that room: its neighbours
     * stay in place. What stands behind in parentheses gives way before a name does.
     *
     * @param spare pixels behind it that it may take besides, as far as it needs them
     */
    public static boolean words(ToolItem button, String words, int letters, int spare) {
        GC gc = new GC(button.getParent());
        try {
            int least = letters * (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth());
            int room = Math.max(least, Math.min(gc.textExtent(words).x, least + spare));
            String act = words.substring(0, words.indexOf(' ', words.indexOf(' ') + 1) + 1);
            int rest = room - gc.textExtent(act).x;
            String all = words.substring(act.length());
            String named = gc.textExtent(all).x > rest ? ASIDE.matcher(all).replaceFirst("") : all;
            String of = TextShortener.middle(named, rest, text -> gc.textExtent(text).x);
            boolean other = WidgetText.set(button, act + of);
            room(button, room, gc);
            return other;
        } finally {
            gc.dispose();
        }
    }

    /** Gives a button the room for the longest of several words, whichever it shows: its neighbours stay in place. */
    public static void room(ToolItem button, List<String> words) {
        GC gc = new GC(button.getParent());
        try {
            room(
                    button,
                    words.stream().mapToInt(text -> gc.textExtent(text).x).max().orElse(0),
                    gc);
        } finally {
            gc.dispose();
        }
    }

    private static void room(ToolItem button, int pixels, GC gc) {
        ToolBar bar = button.getParent();
        int around = bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x - gc.textExtent(WidgetText.read(button.getText())).x;
        ((GridData) bar.getLayoutData()).widthHint = around + pixels;
    }

    private ToolItem item(int style, String words, String tip) {
        // the toolkit's own text colour: one set by us would hide that a button is disabled
        ToolBar tools = new ToolBar(bar, SWT.FLAT | SWT.RIGHT);
        theme.own(tools);
        tools.addListener(SWT.FocusIn, event -> bar.redraw());
        tools.addListener(SWT.FocusOut, event -> bar.redraw());
        theme.onTheme(tools, () -> tools.setBackground(theme.color(Name.PANEL)));
        ToolItem item = new ToolItem(tools, style);
        theme.own(item);
        WidgetText.set(item, words);
        WidgetText.tip(item, tip);
        place(tools, false);
        return item;
    }

    private GridData grow(Control control) {
        return place(control, true);
    }

    /** Lays out a control that was made in {@link #control()}, this many pixels wide. */
    public void place(Control control, int width) {
        place(control, false).widthHint = width;
    }

    private GridData place(Control control, boolean grows) {
        ((GridLayout) bar.getLayout()).numColumns++;
        GridData data = new GridData(grows ? SWT.FILL : SWT.BEGINNING, SWT.CENTER, grows, false);
        control.setLayoutData(data);
        return data;
    }
}
