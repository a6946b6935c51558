using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Items;

/// <summary>Who sees the bank: those who write items and those who review them. Nobody else sees a key before a test shows it.</summary>
internal static class ItemQueries
{
    /// <summary>Whether somebody works with the bank.</summary>
    public static bool SeesBank(this CurrentUser user) => user.Can(Permission.WriteTestItems) || user.Can(Permission.ReviewTestItems);

    /// <summary>An item with its versions and reviews, in its turn, to be changed; null where there is none.</summary>
    public static async Task<TestItem?> FindItemAsync(this IAppDbContext db, Guid id, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(FormattableString.Invariant($"item/{id}"), cancellationToken);
        return await db.TestItems.Include(i => i.Versions).ThenInclude(v => v.Reviews).AsSplitQuery().SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
    }

    /// <summary>What is wrong with what was written, at its field; null where it can be kept.</summary>
    public static InvalidInput? FaultOf(this ItemWriting writing) =>
        !Enum.IsDefined(writing.Section) ? At(nameof(ItemWriting.Section), "required")
        : !Enum.IsDefined(writing.Level) ? At(nameof(ItemWriting.Level), "required")
        : !Enum.IsDefined(writing.Content.Kind) ? At(nameof(ItemContent.Kind), "required")
        : writing.Section == TestSection.SubjectKnowledge && writing.Subject.Length == 0 ? At(nameof(ItemWriting.Subject), "item_subject_needed")
        : writing.Subject.Length > ItemWriting.SubjectLength ? At(nameof(ItemWriting.Subject), "too_long", ItemWriting.SubjectLength)
        : writing.Source.Length == 0 ? At(nameof(ItemWriting.Source), "required")
        : writing.Source.Length > ItemWriting.SourceLength ? At(nameof(ItemWriting.Source), "too_long", ItemWriting.SourceLength)
        : writing.Content.Fault() is { } fault ? At(fault.Field, fault.Code)
        : null;

    private static InvalidInput At(string field, string code, params object?[] args) => new([new FieldFault(field, code, args)]);
}
