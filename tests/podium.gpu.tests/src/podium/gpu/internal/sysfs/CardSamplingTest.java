// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.sysfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.core.change.DeviceReport;
import podium.core.machine.DeviceProperty;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.PropertyValue;
import podium.core.machine.SampleWindow;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.gpu.internal.local.CallTimer.Asking;
import podium.model.fleet.Health;

class CardSamplingTest implements SysfsCard {
    private final List<String> sunk = new ArrayList<>();
    private final CardSampling watch = new CardSampling(this, 3);
    private boolean there = true;
    private OptionalDouble power = OptionalDouble.of(250);

    private void sample(long time) {
        watch.sample(time, (index, metric, at, value) -> sunk.add(index + " " + metric + " " + at + " " + value));
    }

    private Condition condition(Optional<Asking> stuck) {
        return watch.state(stuck).condition();
    }

    @Test
    void whatTheDriverDoesNotTellIsNoReading() {
        sample(1000);
        assertEquals(List.of("3 POWER 1000 250.0"), sunk);
        assertEquals(
                Map.of(Metric.POWER, new Sample(1000, 250)),
                watch.state(Optional.empty()).readings());
        power = OptionalDouble.empty();
        sample(2000);
        assertEquals(1, sunk.size());
        assertEquals(Map.of(), watch.state(Optional.empty()).readings(), "an old value is not shown as a new one");
    }

    @Test
    void aCardThatIsGoneIsNotReadAndSaysWhere() {
        sample(1000);
        there = false;
        sample(2000);
        assertEquals(1, sunk.size());
        Condition.Lost lost = assertInstanceOf(Condition.Lost.class, condition(Optional.empty()));
        assertTrue(lost.reason().contains("GPU 3 (0000:03:00.0) is gone"), lost.reason());
        there = true;
        sample(3000);
        assertInstanceOf(Condition.Answering.class, condition(Optional.empty()));
    }

    @Test
    void theOneWhoseReadHangsIsToldFromThoseThatWaitBehindIt() {
        Condition.Stalled own = assertInstanceOf(Condition.Stalled.class, condition(Optional.of(asking(3))));
        assertEquals("The driver does not return from a read of sysfs.", own.reason());
        Condition.Stalled other = assertInstanceOf(Condition.Stalled.class, condition(Optional.of(asking(1))));
        assertEquals("This GPU waits for GPU 1, whose driver does not return from a read of sysfs.", other.reason());
        assertEquals(asking(1).time(), other.since());
    }

    @Test
    void factsOfACardThatIsGoneStayThoseThatWereReadLast() {
        watch.readFacts();
        there = false;
        watch.readFacts();
        assertEquals(
                Set.of(DeviceProperty.SERIAL),
                watch.state(Optional.empty()).details().facts().keySet());
    }

    private static Asking asking(int device) {
        return new Asking(device, Duration.ofSeconds(42));
    }

    @Override
    public DeviceReport identity(int index) {
        return new DeviceReport(
                index, "", "AMD", OptionalLong.empty(), "0000:03:00.0", OptionalInt.empty(), Health.UNKNOWN, "");
    }

    @Override
    public boolean isThere() {
        return there;
    }

    @Override
    public void sample(long time, Taker taker) {
        taker.take(Metric.POWER, power);
        taker.take(Metric.TEMPERATURE, OptionalDouble.empty());
    }

    @Override
    public Map<DeviceProperty, PropertyValue> facts() {
        return Map.of(DeviceProperty.SERIAL, new PropertyValue.Words("s"));
    }

    @Override
    public Map<Metric, SampleWindow> windows() {
        return Map.of();
    }
}
