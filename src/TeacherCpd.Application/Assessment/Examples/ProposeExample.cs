using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment.Examples;

/// <summary>
/// A moderator makes an example of a portfolio whose result was told: the sheet for its agreed levels is opened with those that it
/// was graded by, and the example is in use once that sheet is signed.
/// </summary>
/// <param name="SheetId">Id that the form carries: sending it twice makes one example.</param>
/// <param name="ListenerCode">Code of the listener.</param>
/// <param name="Use">What it is for.</param>
/// <param name="Tolerance">Criteria that may differ by a level.</param>
/// <param name="AgreedWith">Where and with whom the levels were agreed on.</param>
[RequirePermission(Permission.ModerateAssessments)]
public sealed record ProposeExampleCommand(Guid SheetId, string ListenerCode, ExampleUse Use, int Tolerance, string AgreedWith) : ICommand<Guid>;

/// <summary>There is no portfolio of this code with a result that was told and that this moderator may read.</summary>
public sealed record NoResultOfThisCode() : Error("no_result_of_this_code", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(ProposeExampleCommand.ListenerCode);
}

/// <summary>The portfolio is an example already.</summary>
public sealed record IsAnExample() : Error("is_an_example", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string Field => nameof(ProposeExampleCommand.ListenerCode);
}

internal sealed class ProposeExampleValidator : AbstractValidator<ProposeExampleCommand>
{
    public ProposeExampleValidator()
    {
        RuleFor(c => c.SheetId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.ListenerCode).NotEmpty().WithErrorCode("required").MaximumLength(20).WithErrorCode("too_long");
        RuleFor(c => c.Use).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Tolerance).InclusiveBetween(0, ExamplePortfolio.MostTolerance).WithErrorCode("plan_number_wrong");
        RuleFor(c => c.AgreedWith).NotEmpty().WithErrorCode("required").MaximumLength(ExamplePortfolio.AgreedWithLength).WithErrorCode("too_long");
    }
}

internal sealed class ProposeExampleHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ProposeExampleCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(ProposeExampleCommand request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        await db.TakeTurnAsync(AssessmentQueue.Line, cancellationToken);
        if (await db.AuthorOfAsync(request.SheetId, cancellationToken) is { } author)
        {
            return author == me ? request.SheetId : new NotFound();
        }

        // a result that stands: nobody is to be graded by this version any more
        var code = request.ListenerCode.Trim().ToUpperInvariant();
        var grading = await (
            from enrolment in db.Enrolments
            where enrolment.ListenerCode == code
            join portfolio in db.IndependentOf(me) on enrolment.Id equals portfolio.EnrolmentId
            where portfolio.Status == PortfolioStatus.Recommended
            join version in db.PortfolioVersions on portfolio.Id equals version.PortfolioId
            join told in db.Gradings on version.Id equals told.PortfolioVersionId
            where told.Status == GradingStatus.Released && !db.Appeals.Any(a => a.GradingId == told.Id && a.DecidedAt == null)
            orderby version.Number descending
            select told).FirstOrDefaultAsync(cancellationToken);
        if (grading is null)
        {
            return new NoResultOfThisCode();
        }

        if (await db.ExamplePortfolios.AnyAsync(e => e.PortfolioVersionId == grading.PortfolioVersionId, cancellationToken))
        {
            return new IsAnExample();
        }

        var now = time.UtcNow();
        var sheets = await db.GradingSheetsAsync(grading, cancellationToken);
        var isUpheld = await db.Appeals.AnyAsync(a => a.GradingId == grading.Id && a.Status == AppealStatus.Upheld, cancellationToken);
        var agreed = new RubricSheet
        {
            Id = request.SheetId,
            PortfolioVersionId = grading.PortfolioVersionId,
            Role = SheetRole.Agreed,
            RubricId = grading.RubricId,
            AuthorId = me,
            StartedAt = now,
        };
        if (agreed.SaveDraft(Grading.Levels(sheets, isUpheld).Select(l => (l.Key, (Grade?)l.Value, "")), "", now) is { } error)
        {
            return error;
        }

        db.RubricSheets.Add(agreed);
        db.ExamplePortfolios.Add(new ExamplePortfolio
        {
            PortfolioVersionId = grading.PortfolioVersionId,
            RubricId = grading.RubricId,
            AgreedSheetId = agreed.Id,
            Use = request.Use,
            Tolerance = request.Tolerance,
            AgreedWith = request.AgreedWith.Trim(),
        });
        return agreed.Id;
    }
}
