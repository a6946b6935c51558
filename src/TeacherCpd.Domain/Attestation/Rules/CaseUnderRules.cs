namespace TeacherCpd.Domain.Attestation.Rules;

/// <summary>A question beside the rules that answer it, with what several rules ask for.</summary>
internal sealed class CaseUnderRules
{
    public CaseUnderRules(AttestationRules rules, AttestationQuestion question)
    {
        Rules = rules;
        Question = question;
        Ladder = IsStructuralUnit ? Ladder.Methodist : question.Ladder;
        Steps = rules.Ladders[Ladder];
        Held = question.Current is { } current && rules.Legacy.HeadEquals.TryGetValue(current.Category, out var equal)
            ? equal
            : question.Current?.Category;
        if (Held is not null && question.FalseDataOn is { } found && found <= question.On && question.Current!.GrantedOn is { } granted && granted < found)
        {
            LoweredOn = found;
            Held = Steps.Base;
        }

        HeldHere = Steps.Rank(Held) >= 0 ? Held : Equivalent();
        ClaimedRank = Steps.Rank(question.Claimed);
    }

    public AttestationRules Rules { get; }

    public AttestationQuestion Question { get; }

    /// <summary>Ladder on which the person is attested.</summary>
    public Ladder Ladder { get; }

    public LadderRules Steps { get; }

    /// <summary>Day on which false data lowered the category held to the lowest (paragraph 62); null where none did since it was granted.</summary>
    public DateOnly? LoweredOn { get; }

    /// <summary>Category held, an old name of heads replaced by the present one, lowered where false data was found; null for none.</summary>
    public string? Held { get; }

    /// <summary>Category held in terms of this ladder; null where it has no equal here.</summary>
    public string? HeldHere { get; }

    public int HeldRank => Steps.Rank(HeldHere);

    public int ClaimedRank { get; }

    /// <summary>The lowest category of a ladder is where people start; nobody claims it.</summary>
    public bool ClaimIsOnLadder => ClaimedRank > 0;

    public bool IsConfirmation => ClaimIsOnLadder && ClaimedRank == HeldRank;

    /// <summary>The claim asks for no more than what is held, so that keeping it answers the claim.</summary>
    public bool ClaimsNoMoreThanHeld =>
        Held is not null && (Question.Claimed == Question.Current?.Category || (ClaimIsOnLadder && ClaimedRank <= HeldRank));

    public bool HoldsLegacy => Held is not null && Rules.Legacy.Order.Contains(Held);

    public bool IsTeacherOrMethodist => Ladder is Ladder.Teacher or Ladder.Methodist;

    public bool IsStructuralUnit =>
        Question is { Kind: EducationKind.StructuralUnit, Ladder: Ladder.Head or Ladder.Deputy };

    public DateOnly? LastAttestedOn => Question.LastAttestedOn ?? Question.Current?.GrantedOn;

    public bool Has(string fact) => Question.Facts.Contains(fact);

    /// <summary>Ladder from which the category was brought along; null where it is of this ladder.</summary>
    public Ladder? BroughtFrom => Held is null || Steps.Rank(Held) >= 0
        ? null
        : Rules.Ladders.Values.Where(l => l.Rank(Held) > 0).Select(l => (Ladder?)l.Ladder).FirstOrDefault();

    private string? Equivalent()
    {
        var pairs = Rules.OtherPost;
        return (Ladder, Held) switch
        {
            (_, null) => null,
            (Ladder.Deputy, _) => pairs.TeacherAndDeputy.GetValueOrDefault(Held) ?? pairs.HeadAndDeputy.GetValueOrDefault(Held),
            (Ladder.Head, _) => pairs.HeadAndDeputy.FirstOrDefault(p => p.Value == Held).Key,
            _ => pairs.TeacherAndDeputy.FirstOrDefault(p => p.Value == Held).Key,
        };
    }
}
