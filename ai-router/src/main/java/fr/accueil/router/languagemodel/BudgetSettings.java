package fr.accueil.router.languagemodel;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What one business may cost in a calendar month, and what a model costs.
///
/// @param monthlyEuros holds only where prices are set
/// @param inputPrice euros for a million tokens that are read (AI_INPUT_PRICE); null: not known
/// @param outputPrice euros for a million tokens that are written (AI_OUTPUT_PRICE); null: not known
record BudgetSettings(
        @DefaultValue("10") @DecimalMin("0") BigDecimal monthlyEuros,
        @DefaultValue("20000") @Min(0) long monthlyCalls,
        @Nullable @DecimalMin("0") BigDecimal inputPrice,
        @Nullable @DecimalMin("0") BigDecimal outputPrice) {

    private static final BigDecimal MICRO = BigDecimal.valueOf(1_000_000);

    long monthlyMicroEuros() {
        return monthlyEuros.multiply(MICRO).longValue();
    }

    /// Euros for a million tokens are millionths of a euro for one. Rounded up; null where no price is known.
    @Nullable
    Long microEuros(long inputTokens, long outputTokens) {
        if (inputPrice == null || outputPrice == null) {
            return null;
        }
        return inputPrice
                .multiply(BigDecimal.valueOf(inputTokens))
                .add(outputPrice.multiply(BigDecimal.valueOf(outputTokens)))
                .setScale(0, RoundingMode.CEILING)
                .longValue();
    }
}
