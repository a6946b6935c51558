using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>A developer begins a programme: its place in the register, and an empty draft of its first version. Gives back the code.</summary>
/// <param name="ProgrammeId">Id that the form carries: sending it twice begins one programme.</param>
/// <param name="CentreId">Training centre that writes it.</param>
/// <param name="TitleEn">English title; the Kazakh one is shown where there is none.</param>
/// <param name="Aliases">Other spellings, one a line.</param>
/// <param name="FamilyKk">Title that the variants for several subjects share.</param>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record WriteProgrammeCommand(
    Guid ProgrammeId,
    Guid? CentreId,
    string Code,
    string TitleKk,
    string TitleRu,
    string? TitleEn,
    string? Aliases,
    string Direction,
    AudienceTypes Audiences,
    EducationLevel Level,
    Guid? RubricId,
    string? FamilyKk,
    string? FamilyRu,
    string? SubjectKk,
    string? SubjectRu) : ICommand<string>;

/// <summary>Another programme has the code.</summary>
/// <param name="Title">Title of that programme.</param>
public sealed record ProgrammeCodeTaken(LocalizedText Title) : Error("programme_code_taken", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Title];

    public override string Field => nameof(WriteProgrammeCommand.Code);
}

internal sealed class WriteProgrammeValidator : AbstractValidator<WriteProgrammeCommand>
{
    private const int Longest = Programme.TitleMaxLength;

    // pages that stand beside those of the programmes
    private static readonly string[] Addresses = ["new", "papers", "by-direction"];

    public WriteProgrammeValidator()
    {
        RuleFor(c => c.CentreId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Code).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode("required")
            .MaximumLength(Programme.CodeMaxLength).WithErrorCode("too_long")
            .Matches("^[A-Za-z0-9-]+$").WithErrorCode("programme_code_wrong")
            .Must(code => !Addresses.Contains(code, StringComparer.OrdinalIgnoreCase)).WithErrorCode("programme_code_wrong");
        RuleFor(c => c.TitleKk).NotEmpty().WithErrorCode("required").MaximumLength(Longest).WithErrorCode("too_long");
        RuleFor(c => c.TitleRu).NotEmpty().WithErrorCode("required").MaximumLength(Longest).WithErrorCode("too_long");
        RuleFor(c => c.TitleEn).MaximumLength(Longest).WithErrorCode("too_long");
        RuleFor(c => c.Aliases).MaximumLength(Programme.AliasesMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.Direction).Must(ProgrammeDirections.All.Contains).WithErrorCode("required");
        RuleFor(c => c.Audiences).NotEqual(AudienceTypes.None).WithErrorCode("required");
        RuleFor(c => c.Level).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.RubricId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.FamilyKk).MaximumLength(Longest).WithErrorCode("too_long");
        RuleFor(c => c.FamilyRu).MaximumLength(Longest).WithErrorCode("too_long");
        RuleFor(c => c.SubjectKk).MaximumLength(Longest).WithErrorCode("too_long");
        RuleFor(c => c.SubjectRu).MaximumLength(Longest).WithErrorCode("too_long");
    }
}

internal sealed class WriteProgrammeHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<WriteProgrammeCommand, Result<string>>
{
    public async Task<Result<string>> Handle(WriteProgrammeCommand request, CancellationToken cancellationToken)
    {
        var centre = await db.Organisations.SingleOrDefaultAsync(o => o.Id == request.CentreId && o.Kind == OrganisationKind.Centre, cancellationToken);
        if (centre is null || !user.Covers(Permission.ManageProgrammes, centre.Path)
            || !await db.Rubrics.AnyAsync(r => r.Id == request.RubricId && r.PublishedAt != null, cancellationToken))
        {
            return new NotFound();
        }

        // databases differ in whether "p01" and "P01" are alike
        var known = await db.Programmes.Select(p => new { p.Id, p.Code, p.Title }).ToListAsync(cancellationToken);
        if (known.Find(p => p.Id == request.ProgrammeId) is { } sent)
        {
            return sent.Code;
        }

        if (known.Find(p => p.Code.Equals(request.Code, StringComparison.OrdinalIgnoreCase)) is { } holder)
        {
            return new ProgrammeCodeTaken(holder.Title);
        }

        var programme = new Programme
        {
            Id = request.ProgrammeId,
            CentreId = centre.Id,
            Code = request.Code,
            Title = Text(request.TitleKk, request.TitleRu, request.TitleEn),
            Aliases = string.Join('\n', (request.Aliases ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
            Direction = request.Direction,
            Audiences = request.Audiences,
            Level = request.Level,
            Family = Text(request.FamilyKk, request.FamilyRu, null),
            Subject = Text(request.SubjectKk, request.SubjectRu, null),
        };
        var draft = new ProgrammeVersion
        {
            ProgrammeId = programme.Id,
            Number = 1,
            Status = ProgrammeVersionStatus.Draft,
            Format = ProgrammeFormat.NotStated,
            Audience = new LocalizedText("", "", ""),
        };
        programme.Add(draft);
        db.Programmes.Add(programme);
        db.AssessmentPlans.Add(AssessmentPlan.First(draft.Id, request.RubricId!.Value));
        return programme.Code;
    }

    private static LocalizedText Text(string? kk, string? ru, string? en) => new(kk?.Trim() ?? "", ru?.Trim() ?? "", en?.Trim() ?? "");
}
