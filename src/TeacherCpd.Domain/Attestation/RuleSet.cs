using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>Where an edition of the rules is in its life.</summary>
public enum RuleSetStatus
{
    /// <summary>Being written; decides nothing.</summary>
    Draft,

    /// <summary>Put in force from a day; decides from then on.</summary>
    InForce,

    /// <summary>Its last day is set: it decides until then, and after it only the cases that were opened under it.</summary>
    Ended,

    /// <summary>A draft that was given up.</summary>
    Discarded,
}

/// <summary>Which state of an edition may follow which.</summary>
public static class RuleSetStates
{
    /// <summary>The table; everything not listed is refused.</summary>
    public static readonly Transitions<RuleSetStatus> Table = new(
        (RuleSetStatus.Draft, [RuleSetStatus.InForce, RuleSetStatus.Discarded]),
        (RuleSetStatus.InForce, [RuleSetStatus.Ended]));
}

/// <summary>An edition of the attestation rules, as dated data. What is in force never changes: a change is a new draft.</summary>
public sealed class RuleSet : Aggregate
{
    /// <summary>Longest code, in characters.</summary>
    public const int CodeMaxLength = 80;

    /// <summary>Longest source or note, in characters.</summary>
    public const int TextMaxLength = 500;

    private string json = "";

    /// <summary>Code and edition, for example <c>KZ.MoE.Order83/2025-02-25/N32</c>; unique.</summary>
    public required string Code { get; init; }

    /// <summary>Source in words.</summary>
    public required string Source { get; init; }

    /// <summary>State.</summary>
    public RuleSetStatus Status { get; private set; }

    /// <summary>First day in force; null in a draft, and where it is not known and the ministry has to say it.</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>Last day in force; null while it is.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>Edition it was made from; null for one that was imported or came with the product.</summary>
    public Guid? BasedOnId { get; init; }

    /// <summary>Why it was made, in the words of whoever made it; null where nobody said.</summary>
    public string? Note { get; init; }

    /// <summary>The rules, as <c>AttestationRules</c> reads them.</summary>
    public required string Json
    {
        get => json;
        init => json = value;
    }

    /// <summary>An edition with the rules of a text that <see cref="AttestationRules.Parse"/> has read.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="json">Their text.</param>
    public static RuleSet Of(AttestationRules rules, string json) => new() { Code = rules.Code, Source = rules.Source, Json = json };

    /// <summary>Whether it decides on a day.</summary>
    public bool DecidesOn(DateOnly day) =>
        Status is RuleSetStatus.InForce or RuleSetStatus.Ended && (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || ValidTo >= day);

    /// <summary>Writes other rules into a draft.</summary>
    /// <param name="text">The rules; read before.</param>
    public Error? Amend(string text)
    {
        if (Status != RuleSetStatus.Draft)
        {
            return new StepNotAllowed(Status.ToString(), nameof(RuleSetStatus.Draft));
        }

        json = text;
        return null;
    }

    /// <summary>Puts a draft in force.</summary>
    /// <param name="from">First day; null where the source does not say it.</param>
    public Error? PutInForce(DateOnly? from)
    {
        var error = Move(RuleSetStatus.InForce);
        ValidFrom = error is null ? from : ValidFrom;
        return error;
    }

    /// <summary>Says the first day of an edition in force for which it was not known.</summary>
    /// <param name="from">First day.</param>
    public Error? Date(DateOnly from)
    {
        if (Status != RuleSetStatus.InForce || ValidFrom is not null)
        {
            return new StepNotAllowed(Status.ToString(), nameof(RuleSetStatus.InForce));
        }

        ValidFrom = from;
        return null;
    }

    /// <summary>Another edition takes its place.</summary>
    /// <param name="lastDay">Its last day.</param>
    public Error? End(DateOnly lastDay)
    {
        var error = Move(RuleSetStatus.Ended);
        ValidTo = error is null ? lastDay : ValidTo;
        return error;
    }

    /// <summary>Gives a draft up.</summary>
    public Error? Discard() => Move(RuleSetStatus.Discarded);

    private StepNotAllowed? Move(RuleSetStatus to)
    {
        var error = RuleSetStates.Table.Check(Status, to);
        Status = error is null ? to : Status;
        return error;
    }
}
