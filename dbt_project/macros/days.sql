{#- One row for each day from the first to the last, both included, as date_on. -#}
{% macro days(first, last) -%}
    {{ return(adapter.dispatch('days')(first, last)) }}
{%- endmacro %}

{% macro default__days(first, last) -%}
    select cast(unnest(generate_series({{ first }}, {{ last }}, interval 1 day)) as date) as date_on
{%- endmacro %}

{% macro spark__days(first, last) -%}
    select explode(sequence({{ first }}, {{ last }}, interval 1 day)) as date_on
{%- endmacro %}
