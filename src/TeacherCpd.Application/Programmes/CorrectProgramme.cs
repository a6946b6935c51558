using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>
/// A developer corrects what the register says of a programme: its titles and kinds of people, and, as long as no version was
/// listed, its direction and level. The code is never changed, and what a version says only a new version changes.
/// </summary>
/// <param name="Revision">What the form showed: if somebody changed the programme since, nothing is written.</param>
/// <param name="TitleEn">English title; the Kazakh one is shown where there is none.</param>
/// <param name="Direction">Direction; null: as it is.</param>
/// <param name="Level">Level of education; null: as it is.</param>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record CorrectProgrammeCommand(
    string Code, int Revision, string TitleKk, string TitleRu, string? TitleEn, AudienceTypes Audiences, string? Direction, EducationLevel? Level) : ICommand<Done>;

/// <summary>Somebody else changed the programme while the form was open.</summary>
public sealed record ProgrammeChangedMeanwhile() : Error("programme_changed_meanwhile", ErrorKind.Conflict);

internal sealed class CorrectProgrammeValidator : AbstractValidator<CorrectProgrammeCommand>
{
    public CorrectProgrammeValidator()
    {
        RuleFor(c => c.TitleKk).NotEmpty().WithErrorCode("required").MaximumLength(Programme.TitleMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.TitleRu).NotEmpty().WithErrorCode("required").MaximumLength(Programme.TitleMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.TitleEn).MaximumLength(Programme.TitleMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.Audiences).NotEqual(AudienceTypes.None).WithErrorCode("required");
        RuleFor(c => c.Direction).Must(d => d is null || ProgrammeDirections.All.Contains(d)).WithErrorCode("required");
        RuleFor(c => c.Level).IsInEnum().WithErrorCode("required");
    }
}

internal sealed class CorrectProgrammeHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<CorrectProgrammeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CorrectProgrammeCommand request, CancellationToken cancellationToken)
    {
        var programme = await db.ProgrammeToWriteAsync(user, request.Code, cancellationToken);
        if (programme is null)
        {
            return new NotFound();
        }

        if (programme.Revision != request.Revision)
        {
            return new ProgrammeChangedMeanwhile();
        }

        var title = new LocalizedText(request.TitleKk.Trim(), request.TitleRu.Trim(), request.TitleEn?.Trim() ?? "");
        return programme.Correct(title, request.Audiences, request.Direction, request.Level) is { } error ? error : Done.Value;
    }
}
