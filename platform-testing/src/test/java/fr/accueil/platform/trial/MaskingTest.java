package fr.accueil.platform.trial;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.platform.logging.Masking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    to whatsapp:+33639980012 failed         | to whatsapp:[phone] failed
                    rappelez le 06 39 98 00 12 svp          | rappelez le [phone] svp
                    tel 0639980012.                         | tel [phone].
                    de marie.lefevre+x@example.com          | de [e-mail]
                    from whatsapp:FR.4081726354091827 again | from whatsapp:[id] again
                    Authorization: Bearer abc.def-123456789 | Authorization: Bearer [token]
                    authToken=0123456789abcdef&x=1          | authToken=[secret]&x=1
                    """)
    void takes_out_personal_data_and_secrets(String text, String masked) {
        assertThat(Masking.mask(text)).isEqualTo(masked);
    }

    @Test
    void leaves_ids_and_numbers_alone() {
        var line = "conversation 1d0f6f0e-3b1f-5a55-8a0e-6a4b7d1e9c01 took 1234567890 ns at 2026-03-10T09:15:00Z";

        assertThat(Masking.mask(line)).isEqualTo(line);
    }
}
