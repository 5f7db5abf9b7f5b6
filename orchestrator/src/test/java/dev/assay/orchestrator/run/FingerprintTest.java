package dev.assay.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.run.Provider;
import dev.assay.contracts.run.Subject.Sampling;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private final Provider recording = new Provider.Replay(Digest.of("recording"));

    @Test
    void sameSourceHasTheSameFingerprint() {
        String fingerprint = Fingerprint.of(recording, new Sampling(0.2, null, 512));

        assertThat(fingerprint).matches("fp1:[0-9a-f]{64}");
        assertThat(Fingerprint.of(new Provider.Replay(Digest.of("recording")), new Sampling(0.20, null, 512)))
                .isEqualTo(fingerprint);
    }

    @Test
    void providerAndSamplingBothCount() {
        String plain = Fingerprint.of(recording, null);

        assertThat(Fingerprint.of(recording, new Sampling(0.2, null, null))).isNotEqualTo(plain);
        assertThat(Fingerprint.of(new Provider.Replay(Digest.of("another")), null))
                .isNotEqualTo(plain);
        assertThat(Fingerprint.of(new Provider.Reference(), null)).isNotEqualTo(plain);
    }
}
