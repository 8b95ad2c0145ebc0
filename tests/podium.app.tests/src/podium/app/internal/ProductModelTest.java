// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationElement;
import org.eclipse.e4.ui.model.application.commands.MCommand;
import org.eclipse.e4.ui.model.application.commands.MKeyBinding;
import org.eclipse.e4.ui.model.application.ui.SideValue;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimBar;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuFactory;
import org.eclipse.e4.ui.model.application.ui.menu.MToolControl;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import podium.app.house.Models;

class ProductModelTest {
    private final MApplication product = Models.application();
    private final MApplication saved = Models.application();

    @Test
    void menusKeysAndCommandsAreThoseOfTheProduct() {
        MWindow window = saved.getChildren().getFirst();
        window.getMainMenu().getChildren().getFirst().setElementId("an.old.menu");
        one(saved, MKeyBinding.class, "podium.binding.quit").setKeySequence("M1+W");
        saved.getCommands().removeIf(command -> command.getElementId().equals("podium.command.about"));
        saved.getAddons().clear();
        List<String> menus = ids(product.getChildren().getFirst().getMainMenu().getChildren());
        List<String> commands = ids(product.getCommands());
        List<String> addons = ids(product.getAddons());
        ProductModel.renew(saved, product);
        assertEquals(menus, ids(window.getMainMenu().getChildren()));
        assertEquals(
                "M1+Q", one(saved, MKeyBinding.class, "podium.binding.quit").getKeySequence());
        assertEquals(commands, ids(saved.getCommands()));
        assertEquals(addons, ids(saved.getAddons()));
        all(saved, EObject.class)
                .flatMap(object -> object.eCrossReferences().stream())
                .forEach(target -> assertSame(saved, EcoreUtil.getRootContainer(target), target::toString));
        assertSame(
                one(saved, MCommand.class, "podium.command.quit"),
                one(saved, MKeyBinding.class, "podium.binding.quit").getCommand());
        assertEquals(
                "platform:/plugin/podium.app", saved.getCommands().getFirst().getContributorURI());
    }

    /** The tree of 229 pixels showed a100-mig-single-1 as "a100-...gle-1", beside two more that are called like it. */
    @Test
    void theTreeHasRoomForNamesOfNodesAtTheSmallestScreen() {
        List<Integer> shares = Stream.of("podium.stack.fleet", "podium.stack.topology", "podium.stack.details")
                .map(id -> Integer.parseInt(one(saved, MPartStack.class, id).getContainerData()))
                .toList();
        int all = shares.stream().mapToInt(Integer::intValue).sum();
        assertTrue(1280 * shares.getFirst() / all >= 264, shares::toString);
    }

    @Test
    void theWindowStaysAsItWasArranged() {
        MWindow window = saved.getChildren().getFirst();
        window.setX(40);
        window.setWidth(1900);
        MPart jobs = one(saved, MPart.class, "podium.part.jobs");
        jobs.getPersistedState().put("filter", "running");
        one(saved, MPartStack.class, "podium.stack.fleet").getChildren().add(jobs);
        MPartStack work = one(saved, MPartStack.class, "podium.stack.work");
        work.setContainerData("5000");
        work.setSelectedElement(one(saved, MPart.class, "podium.part.slots"));
        ProductModel.renew(saved, product);
        assertEquals(40, window.getX());
        assertEquals(1900, window.getWidth());
        assertEquals("podium.stack.fleet", ((MApplicationElement) (Object) jobs.getParent()).getElementId());
        assertEquals("running", jobs.getPersistedState().get("filter"));
        assertEquals("5000", work.getContainerData());
        assertEquals("podium.part.slots", work.getSelectedElement().getElementId());
    }

    @Test
    void partsThatAreNoMoreGoAndNewOnesComeToThoseTheyStandWith() {
        MPartStack work = one(saved, MPartStack.class, "podium.stack.work");
        work.setElementId("a stack of the old product");
        MPart old = MBasicFactory.INSTANCE.createPart();
        old.setElementId("podium.part.cost");
        work.getChildren().addFirst(old);
        work.setSelectedElement(old);
        EcoreUtil.remove((EObject) one(saved, MPart.class, "podium.part.slots"));
        EcoreUtil.remove((EObject) one(saved, MPart.class, "podium.part.fleet"));
        MPart jobs = one(saved, MPart.class, "podium.part.jobs");
        jobs.setLabel("Jobs (1 failing)");
        jobs.setContributionURI("bundleclass://podium.ui/podium.ui.Gone");
        ProductModel.renew(saved, product);
        assertFalse(all(saved, MPart.class).anyMatch(part -> part == old));
        assertEquals("podium.part.jobs", work.getSelectedElement().getElementId(), "not what is gone");
        assertSame(work, one(saved, MPart.class, "podium.part.slots").getParent());
        assertEquals(
                "podium.stack.fleet",
                ((MApplicationElement) (Object)
                                one(saved, MPart.class, "podium.part.fleet").getParent())
                        .getElementId());
        assertEquals(one(product, MPart.class, "podium.part.jobs").getLabel(), jobs.getLabel());
        assertEquals("bundleclass://podium.ui/podium.ui.part.JobsPart", jobs.getContributionURI());
    }

    @Test
    void aMinimizedPartCanStillBeBroughtBack() {
        MTrimmedWindow window = (MTrimmedWindow) saved.getChildren().getFirst();
        MTrimBar right = MBasicFactory.INSTANCE.createTrimBar();
        right.setSide(SideValue.RIGHT);
        right.getChildren().add(control("bundleclass://org.eclipse.e4.ui.workbench.addons.swt/TrimStack"));
        MTrimBar left = MBasicFactory.INSTANCE.createTrimBar();
        left.setSide(SideValue.LEFT);
        left.getChildren().add(control("bundleclass://podium.ui/podium.ui.bar.Old"));
        window.getTrimBars().addAll(List.of(right, left));
        window.getTrimBars()
                .getFirst()
                .getChildren()
                .add(control("bundleclass://org.eclipse.e4.ui.workbench.addons.swt/TrimStack"));
        ProductModel.renew(saved, product);
        assertEquals(
                List.of(SideValue.TOP, SideValue.BOTTOM, SideValue.RIGHT),
                window.getTrimBars().stream().map(MTrimBar::getSide).toList());
        assertEquals(2, all(saved, MToolControl.class).count());
        assertNotNull(one(saved, MTrimBar.class, "podium.trim.top"));
    }

    private static MToolControl control(String uri) {
        MToolControl control = MMenuFactory.INSTANCE.createToolControl();
        control.setContributionURI(uri);
        return control;
    }

    private static List<String> ids(List<? extends MApplicationElement> elements) {
        return elements.stream().map(MApplicationElement::getElementId).toList();
    }

    private static <T extends MApplicationElement> T one(MApplication in, Class<T> type, String id) {
        return all(in, type)
                .filter(element -> Objects.equals(id, element.getElementId()))
                .findFirst()
                .orElseThrow();
    }

    private static <T> Stream<T> all(MApplication in, Class<T> type) {
        Iterable<EObject> contents = ((EObject) in)::eAllContents;
        return StreamSupport.stream(contents.spliterator(), false)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
