namespace TeacherCpd.Domain.Attestation;

/// <summary>What the rules say about a question. A null that the fields do not explain has a reason <c>needs:FIELD</c>.</summary>
public sealed record AttestationAnswer
{
    /// <summary>Id of the question.</summary>
    public string? Id { get; init; }

    /// <summary>Code of the edition that answered.</summary>
    public required string RuleSet { get; init; }

    /// <summary>Whether the claimed category may be claimed on that day.</summary>
    public bool? MayApply { get; init; }

    /// <summary>False where a category is kept or awarded without attestation.</summary>
    public bool? AttestationRequired { get; init; }

    /// <summary>The category kept or awarded without attestation; null for none.</summary>
    public string? Awarded { get; init; }

    /// <summary>Whether the knowledge test is needed.</summary>
    public bool? TestRequired { get; init; }

    /// <summary>Threshold of the test in percent; null where none is needed.</summary>
    public int? TestThresholdPercent { get; init; }

    /// <summary>Whether a valid test reaches it; null where none is needed or taken.</summary>
    public bool? TestPassed { get; init; }

    /// <summary>Threshold of the sheet; null where there is no sheet.</summary>
    public int? SheetThreshold { get; init; }

    /// <summary>Sum of the points.</summary>
    public decimal? SheetTotal { get; init; }

    /// <summary>Whether every applicable criterion has points and the total reaches the threshold.</summary>
    public bool? SheetMet { get; init; }

    /// <summary>The category that a commission may give now: the claimed one, a lower one, or the present one.</summary>
    public string? HighestPossible { get; init; }

    /// <summary>Level of the commission; null where none decides.</summary>
    public CommissionLevel? CommissionLevel { get; init; }

    /// <summary>Years a category of this ladder is valid.</summary>
    public int ValidYears { get; init; }

    /// <summary>The rules that refuse the claim; empty where nothing does.</summary>
    public IReadOnlyList<Reason> Refusals { get; init; } = [];

    /// <summary>Every rule that decided.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }
}
