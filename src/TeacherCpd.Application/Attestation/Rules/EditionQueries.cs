using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>A new value of a rule, as typed.</summary>
/// <param name="Path">Place of the rule.</param>
/// <param name="Text">Value.</param>
public sealed record RuleEdit(string Path, string Text);

/// <summary>Another edition has the code.</summary>
public sealed record EditionCodeTaken() : Error("edition_code_taken", ErrorKind.Conflict)
{
    public override string Field => "Code";
}

/// <summary>What several use cases of editions share.</summary>
internal static class EditionQueries
{
    /// <summary>Line in which editions are written and put in force: two never decide on the same day.</summary>
    public const string Line = "attestation/rules";

    /// <summary>An edition to change, for whoever may.</summary>
    public static async Task<Result<RuleSet>> EditionToManageAsync(this IAppDbContext db, CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageRules))
        {
            return new Forbidden();
        }

        await db.TakeTurnAsync(Line, cancellationToken);
        return await db.RuleSets.SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is { } edition ? edition : new NotFound();
    }

    /// <summary>The edits by path; of two of one rule the later counts.</summary>
    public static Dictionary<string, string> ByPath(this IEnumerable<RuleEdit> edits) =>
        edits.GroupBy(e => e.Path).ToDictionary(g => g.Key, g => g.Last().Text);
}
