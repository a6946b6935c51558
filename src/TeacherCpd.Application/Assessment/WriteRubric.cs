using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Assessment;

/// <summary>A developer begins a rubric: a draft of its first version. Gives back the code.</summary>
/// <param name="RubricId">Id that the form carries: sending it twice begins one rubric.</param>
/// <param name="CentreId">Training centre that writes it; null: the whole country.</param>
/// <param name="Code">Code.</param>
/// <param name="Content">What is in it.</param>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record WriteRubricCommand(Guid RubricId, Guid? CentreId, string Code, RubricContent Content) : ICommand<string>, IRubricEntry;

/// <summary>Another rubric has the code.</summary>
/// <param name="Title">Title of that rubric.</param>
public sealed record RubricCodeTaken(LocalizedText Title) : Error("rubric_code_taken", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Title];

    public override string Field => nameof(WriteRubricCommand.Code);
}

internal sealed class WriteRubricValidator : RubricEntryValidator<WriteRubricCommand>
{
    public WriteRubricValidator() => RuleFor(c => c.Code).Cascade(CascadeMode.Stop)
        .NotEmpty().WithErrorCode("required")
        .MaximumLength(Rubric.CodeLength).WithErrorCode("too_long")
        .Matches("^[A-Za-z0-9-]+$").WithErrorCode("rubric_code_wrong")

        // a page that stands beside those of the rubrics
        .Must(code => !code.Equals("new", StringComparison.OrdinalIgnoreCase)).WithErrorCode("rubric_code_wrong");
}

internal sealed class WriteRubricHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<WriteRubricCommand, Result<string>>
{
    public async Task<Result<string>> Handle(WriteRubricCommand request, CancellationToken cancellationToken)
    {
        var isCentre = request.CentreId is null
            || await db.Organisations.AnyAsync(o => o.Id == request.CentreId && o.Kind == OrganisationKind.Centre, cancellationToken);
        if (!isCentre || !await db.MayWriteAsync(user, request.CentreId, cancellationToken))
        {
            return new NotFound();
        }

        // databases differ in whether "p" and "P" are alike
        var known = await db.Rubrics.Select(r => new { r.Id, r.Code, r.Title }).ToListAsync(cancellationToken);
        if (known.Find(r => r.Id == request.RubricId) is { } sent)
        {
            return sent.Code;
        }

        if (known.Find(r => r.Code.Equals(request.Code, StringComparison.OrdinalIgnoreCase)) is { } holder)
        {
            return new RubricCodeTaken(holder.Title);
        }

        db.Rubrics.Add(Rubric.Draft(request.RubricId, request.Code, request.CentreId, request.Content));
        return request.Code;
    }
}
