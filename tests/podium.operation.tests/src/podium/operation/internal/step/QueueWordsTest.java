// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.json.Json;
import podium.core.text.ReadableTime;

class QueueWordsTest {
    private static final String AT = "2026-11-29T02:18:29Z";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PodsReadyTimeout | its pods were not ready in time; considered again at AT",
                "AdmissionCheck | told; considered again at AT",
                "DeactivatedDueToAdmissionCheck | its Workload is active again, but is not considered any more",
            })
    void whatKueueHoldsBackForAWhileOrForGoodIsToldWithUntilWhen(String reason, String words) {
        String workload = "{'status':{'requeueState':{'requeueAt':'" + AT + "'},'conditions':["
                + "{'type':'QuotaReserved','status':'False','message':'told'},{'type':'Requeued','status':'False','reason':'"
                + reason + "'}]}}";
        assertEquals(
                words.replace("AT", ReadableTime.of(Instant.parse(AT))),
                QueueWords.of(Json.read(workload.replace('\'', '"'))));
    }
}
