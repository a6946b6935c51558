namespace TeacherCpd.Domain.Common;

/// <summary>What an expected failure means to the caller; decides the HTTP status of a page.</summary>
public enum ErrorKind
{
    /// <summary>The input cannot be right (422).</summary>
    Invalid,

    /// <summary>The record does not exist, or the person may not know that it does (404).</summary>
    NotFound,

    /// <summary>Nobody is signed in and somebody has to be (sign-in page).</summary>
    SignInNeeded,

    /// <summary>The person's roles do not allow it (403).</summary>
    Forbidden,

    /// <summary>A rule or the state of the record refuses it now (409).</summary>
    Conflict,
}

/// <summary>
/// An expected failure, as a value. The <paramref name="Code"/> is stable; its text stands in three languages
/// under the key <c>error.{Code}</c>, with <see cref="Args"/> filled in.
/// </summary>
/// <param name="Code">Stable code in snake_case.</param>
/// <param name="Kind">What it means to the caller.</param>
public abstract record Error(string Code, ErrorKind Kind)
{
    /// <summary>Values for the places of the text, in order.</summary>
    public virtual IReadOnlyList<object?> Args => [];

    /// <summary>Name of the input field at fault, or null when the whole request is.</summary>
    public virtual string? Field => null;
}

/// <summary>The record does not exist or the person may not know that it does: one answer for both.</summary>
public sealed record NotFound() : Error("not_found", ErrorKind.NotFound);

/// <summary>The person's roles do not allow the request.</summary>
public sealed record Forbidden() : Error("forbidden", ErrorKind.Forbidden);

/// <summary>Somebody has to sign in first.</summary>
public sealed record SignInNeeded() : Error("sign_in_needed", ErrorKind.SignInNeeded);

/// <summary>Others changed the record at the same moment, several times over; nothing was written.</summary>
public sealed record ChangedMeanwhile() : Error("changed_meanwhile", ErrorKind.Conflict);

/// <summary>The state of the record does not allow the step.</summary>
/// <param name="From">State now.</param>
/// <param name="To">State asked for.</param>
public sealed record StepNotAllowed(string From, string To) : Error("step_not_allowed", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [From, To];
}

/// <summary>One fault of the input.</summary>
/// <param name="Field">Name of the input field.</param>
/// <param name="Code">Stable code; the text is under <c>error.{Code}</c>.</param>
/// <param name="Args">Values for the places of the text.</param>
public sealed record FieldFault(string Field, string Code, IReadOnlyList<object?> Args);

/// <summary>The input has one or more faults, each at its field.</summary>
/// <param name="Faults">At least one.</param>
public sealed record InvalidInput(IReadOnlyList<FieldFault> Faults) : Error("invalid_input", ErrorKind.Invalid);
